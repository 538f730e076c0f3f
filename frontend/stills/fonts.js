// The page's own typeface in an image: an image cannot load fonts, so they have to be inside it.

/** @type {Map<string, Promise<string>>} by family, so that a font is fetched once */
const embedded = new Map();

/**
 * Gives the rules of a typeface with the fonts in them; "" if the page has none, as where its fonts are the system's.
 * @param {string} families as in a style sheet, the first of which is meant @returns {Promise<string>}
 */
export function fontRules(families) {
  const family = unquoted(families.split(",")[0]);
  if (!embedded.has(family)) embedded.set(family, embed(family).catch(() => ""));
  return embedded.get(family);
}

/** Puts rules into an SVG. @param {string} svg @param {string} rules */
export const withRules = (svg, rules) => svg.replace(/<svg[^>]*>/, (tag) => `${tag}<style>${rules}</style>`);

/**
 * Draws an SVG into a PNG.
 * @param {string} svg @param {{width: number, height: number}} size px @param {number} scale px of the file for each
 * @returns {Promise<Blob>}
 */
export async function rasterized(svg, { width, height }, scale) {
  const image = new Image(width, height);
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = new OffscreenCanvas(width * scale, height * scale);
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: "image/png" });
}

/** @param {string} family */
async function embed(family) {
  const found = Array.from(document.styleSheets).flatMap(facesIn)
    .filter(({ rule }) => unquoted(rule.style.getPropertyValue("font-family")) === family);
  return (await Promise.all(found.map(withFont))).join("\n");
}

/** The fonts of a sheet; none of one that belongs to another site. @param {CSSStyleSheet} sheet */
function facesIn(sheet) {
  const base = sheet.href ?? document.baseURI;
  try {
    return Array.from(sheet.cssRules).filter((rule) => rule instanceof CSSFontFaceRule)
      .map((rule) => ({ rule: /** @type {CSSFontFaceRule} */ (rule), base }));
  } catch {
    return [];
  }
}

async function withFont({ rule, base }) {
  const [, address] = /url\(["']?([^"')]+)["']?\)/.exec(rule.style.getPropertyValue("src"));
  const font = await (await fetch(new URL(address, base))).blob();
  return rule.cssText.replace(address, await dataUrlOf(font));
}

/** @param {Blob} blob @returns {Promise<string>} */
function dataUrlOf(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

const unquoted = (name) => name.trim().replaceAll(/^["']|["']$/g, "");
