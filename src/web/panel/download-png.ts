import { type DownloadAbout, fileName, saveFile } from './download-csv.ts';
import { drawElement } from './draw-element.ts';

const scale = 2;
const margin = 24;

/** Saves a panel as it stands on the page, title included and tools left out, at twice the size of the screen. */
export async function downloadPng(panel: HTMLElement, about: DownloadAbout): Promise<void> {
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
  saveFile(blob, fileName(about, 'png'));
}
