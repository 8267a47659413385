/**
 * What is wrong with how the page's text lies: runs in the browser (pass it to `page.evaluate`), so it uses nothing from outside.
 * Reports text that overlaps other text, text cut off without a way to read it, text outside the page, and 汉字 under 12 px.
 */
export function layoutFaults(): string[] {
  type Piece = { text: string; element: Element; box: DOMRect };
  const slack = 2;

  const isShown = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    !element.closest('[aria-hidden="true"], .visually-hidden, [data-layout="free"]');

  const pieces = textNodes().flatMap(piecesOf);
  const quoted = (piece: Piece) => `“${piece.text.slice(0, 24)}”`;
  const faults = [...pieces.flatMap(sizeFault), ...pieces.flatMap(outsideFault), ...overlaps(), ...clipped()];
  return [...new Set(faults)];

  function textNodes(): Node[] {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const nodes: Node[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  }

  function piecesOf(node: Node): Piece[] {
    const text = node.textContent?.trim() ?? '';
    const element = node.parentElement;
    if (!text || !element || /^(script|style|title|desc)$/i.test(element.tagName) || !isShown(element)) return [];
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].flatMap((line) => {
      const box = visiblePart(element, line);
      return box && box.width > 1 && box.height > 1 ? [{ text, element, box }] : [];
    });
  }

  /** The part of the box that scrolling or clipping ancestors leave to see. */
  function visiblePart(element: Element, box: DOMRect): DOMRect | null {
    let [left, top, right, bottom] = [box.left, box.top, box.right, box.bottom];
    for (let each: Element | null = element; each && each !== document.body; each = each.parentElement) {
      const style = getComputedStyle(each);
      if (!/hidden|auto|scroll|clip/.test(style.overflowX + style.overflowY)) continue;
      const frame = each.getBoundingClientRect();
      left = Math.max(left, frame.left);
      right = Math.min(right, frame.right);
      top = Math.max(top, frame.top);
      bottom = Math.min(bottom, frame.bottom);
    }
    return right > left && bottom > top ? new DOMRect(left, top, right - left, bottom - top) : null;
  }

  function sizeFault(piece: Piece): string[] {
    const size = Number.parseFloat(getComputedStyle(piece.element).fontSize);
    return /[\u4e00-\u9fff]/.test(piece.text) && size < 12 ? [`${quoted(piece)} is set in ${size} px`] : [];
  }

  function outsideFault(piece: Piece): string[] {
    const width = document.documentElement.clientWidth;
    return piece.box.right > width + slack || piece.box.left < -slack ? [`${quoted(piece)} leaves the page`] : [];
  }

  function overlaps(): string[] {
    const found: string[] = [];
    const sorted = [...pieces].sort((a, b) => a.box.top - b.box.top);
    sorted.forEach((upper, index) => {
      for (const lower of sorted.slice(index + 1)) {
        if (lower.box.top > upper.box.bottom - slack) break;
        if (overlap(upper, lower)) found.push(`${quoted(upper)} overlaps ${quoted(lower)}`);
      }
    });
    return found;
  }

  function overlap(a: Piece, b: Piece): boolean {
    if (a.element === b.element || layer(a.element) !== layer(b.element)) return false;
    const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
    const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
    // Line boxes are taller than glyphs: stacked lines may share a few pixels of air.
    return across > slack && down > Math.min(a.box.height, b.box.height) * 0.35;
  }

  /** Popovers, drawers and sticky bars lie above the sheet on purpose. */
  function layer(element: Element): Element | null {
    for (let each: Element | null = element; each; each = each.parentElement) {
      if (['fixed', 'sticky'].includes(getComputedStyle(each).position)) return each;
    }
    return null;
  }

  function clipped(): string[] {
    return [...document.querySelectorAll<HTMLElement>('body *')].flatMap((element) => {
      const style = getComputedStyle(element);
      const hides = /hidden|clip/.test(style.overflowX) && element.scrollWidth > element.clientWidth + slack;
      const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      // A label for screen readers only is one pixel wide on purpose.
      const isForListening = element.clientWidth <= 1 && style.position === 'absolute';
      if (!hides || !hasText || isForListening || !isShown(element)) return [];
      const readable = style.textOverflow === 'ellipsis' && Boolean(element.title || element.closest('[title]'));
      return readable ? [] : [`“${(element.textContent ?? '').trim().slice(0, 24)}” is cut off`];
    });
  }
}
