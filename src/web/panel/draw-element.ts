// The browser cannot photograph a part of its own page. A panel is text, hairlines and SVG, so it is drawn again from what the
// layout says: fills and borders of boxes, lines of text where they stand, every SVG as an image with its styles written in.

/** Draws an element and all that is in it onto a canvas, its top left corner at `margin`. */
export async function drawElement(
  context: CanvasRenderingContext2D,
  element: HTMLElement,
  margin: number,
): Promise<void> {
  const origin = element.getBoundingClientRect();
  const at = (rect: DOMRect) =>
    new DOMRect(rect.left - origin.left + margin, rect.top - origin.top + margin, rect.width, rect.height);
  await drawNode(element, { context, at });
}

type Drawing = Readonly<{ context: CanvasRenderingContext2D; at: (rect: DOMRect) => DOMRect }>;

async function drawNode(node: Node, drawing: Drawing): Promise<void> {
  if (node instanceof Text) return drawText(node, drawing);
  if (node instanceof SVGSVGElement) return drawSvg(node, drawing);
  if (node instanceof HTMLCanvasElement) return drawCanvas(node, drawing);
  if (!(node instanceof HTMLElement) || isHidden(node)) return;
  drawBox(node, drawing);
  for (const child of node.childNodes) await drawNode(child, drawing);
}

/** Tools, pop-ups and texts for screen readers are not part of the picture. */
function isHidden(element: HTMLElement): boolean {
  if (element.matches('.panel-tools, [popover], .visually-hidden')) return true;
  const { display, visibility } = getComputedStyle(element);
  return display === 'none' || visibility === 'hidden';
}

function drawBox(element: HTMLElement, { context, at }: Drawing): void {
  const style = getComputedStyle(element);
  const box = at(element.getBoundingClientRect());
  context.globalAlpha = Number(style.opacity);
  context.fillStyle = style.backgroundColor;
  context.fillRect(box.x, box.y, box.width, box.height);
  const borders: readonly (readonly [width: string, colour: string, x: number, y: number, isAcross: boolean])[] = [
    [style.borderTopWidth, style.borderTopColor, box.left, box.top, true],
    [
      style.borderBottomWidth,
      style.borderBottomColor,
      box.left,
      box.bottom - Number.parseFloat(style.borderBottomWidth),
      true,
    ],
    [style.borderLeftWidth, style.borderLeftColor, box.left, box.top, false],
    [
      style.borderRightWidth,
      style.borderRightColor,
      box.right - Number.parseFloat(style.borderRightWidth),
      box.top,
      false,
    ],
  ];
  for (const [width, colour, x, y, isAcross] of borders) {
    const thick = Number.parseFloat(width);
    context.fillStyle = colour;
    if (thick > 0) context.fillRect(x, y, isAcross ? box.width : thick, isAcross ? thick : box.height);
  }
  context.globalAlpha = 1;
}

function drawText(node: Text, { context, at }: Drawing): void {
  const parent = node.parentElement;
  if (!parent || node.data.trim() === '') return;
  const style = getComputedStyle(parent);
  setFont(context, style);
  context.fillStyle = style.color;
  drawGlyphs(node, { context, at }, false);
}

function setFont(context: CanvasRenderingContext2D, style: CSSStyleDeclaration): void {
  context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  context.textBaseline = 'alphabetic';
}

function drawGlyphs(node: Text, { context, at }: Drawing, hasHalo: boolean): void {
  const glyphs = [...glyphsOf(node)].map(({ char, rect }) => {
    const box = at(rect);
    const { width, fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = context.measureText(char);
    return { char, x: box.x + (box.width - width) / 2, y: box.y + (box.height + ascent - descent) / 2 };
  });
  if (hasHalo) for (const { char, x, y } of glyphs) context.strokeText(char, x, y);
  for (const { char, x, y } of glyphs) context.fillText(char, x, y);
}

/**
 * Every character with the place that the layout gave it. TRAP: a canvas knows neither tabular figures nor the gap between 汉字
 * and digits, so a whole line drawn at once would be of another width.
 */
function* glyphsOf(node: Text): Generator<Readonly<{ char: string; rect: DOMRect }>> {
  const range = document.createRange();
  let index = 0;
  for (const char of node.data) {
    range.setStart(node, index);
    index += char.length;
    range.setEnd(node, index);
    const rect = range.getBoundingClientRect();
    if (rect.width > 0 && char.trim() !== '') yield { char, rect };
  }
}

async function drawSvg(svg: SVGSVGElement, { context, at }: Drawing): Promise<void> {
  const box = at(svg.getBoundingClientRect());
  if (box.width === 0 || box.height === 0) return;
  const image = await imageOf(svg);
  context.drawImage(image, box.x, box.y, box.width, box.height);
  for (const text of svg.querySelectorAll('text')) drawSvgText(text, { context, at });
}

function drawSvgText(text: SVGTextElement, drawing: Drawing): void {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    const style = getComputedStyle(node.parentElement ?? text);
    if (style.visibility === 'hidden' || style.fill === 'none') continue;
    const { context } = drawing;
    setFont(context, style);
    context.fillStyle = style.fill;
    context.strokeStyle = style.stroke;
    context.lineWidth = Number.parseFloat(style.strokeWidth);
    context.lineJoin = 'round';
    drawGlyphs(node, drawing, style.stroke !== 'none');
  }
}

function drawCanvas(canvas: HTMLCanvasElement, { context, at }: Drawing): void {
  const box = at(canvas.getBoundingClientRect());
  context.drawImage(canvas, box.x, box.y, box.width, box.height);
}

const inlined = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'opacity',
  'stroke-linejoin',
  'stroke-linecap',
  'visibility',
  'display',
];

/** The SVG as an image of its own: what the page's style sheet says is written into it. Its texts are left out, because the page's fonts do not reach such an image. */
async function imageOf(svg: SVGSVGElement): Promise<HTMLImageElement> {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  originals.forEach((original, index) => {
    const style = getComputedStyle(original);
    const target = copies[index];
    if (target instanceof SVGElement) {
      for (const name of inlined) target.style.setProperty(name, style.getPropertyValue(name));
    }
  });
  const { width, height } = svg.getBoundingClientRect();
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.style.color = getComputedStyle(svg).color;
  for (const text of copy.querySelectorAll('text')) text.remove();
  const url = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(url);
  }
}
