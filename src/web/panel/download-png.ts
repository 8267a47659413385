import type { DownloadAbout } from './download-csv.ts';
import { drawElement } from './draw-element.ts';
import { exportFile } from './export-file.ts';

const scale = 2;
const margin = 24;

/** Saves a panel as it stands on the page, title included and tools left out, at twice the size of the screen. */
export function downloadPng(panel: HTMLElement, rows: number, { name, day, note }: DownloadAbout): Promise<void> {
  return exportFile({ note, format: 'png', rows, name, day, make: () => picture(panel) });
}

async function picture(panel: HTMLElement): Promise<Blob> {
  const { width, height } = panel.getBoundingClientRect();
  const canvas = document.createElement('canvas');
  canvas.width = (width + 2 * margin) * scale;
  canvas.height = (height + 2 * margin) * scale;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('the browser gives no canvas');
  context.scale(scale, scale);
  context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--bg');
  context.fillRect(0, 0, canvas.width, canvas.height);
  await drawElement(context, panel, margin);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('the canvas gave no picture');
  return blob;
}
