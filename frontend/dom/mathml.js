// MathML from Python, rendered by the browser; only safe elements are let in.

const NAMESPACE = "http://www.w3.org/1998/Math/MathML";
const ELEMENTS = new Set([
  "math",
  "mrow",
  "mi",
  "mo",
  "mn",
  "mtext",
  "mspace",
  "msub",
  "msup",
  "msubsup",
  "mfrac",
  "msqrt",
  "mover",
]);
const ATTRIBUTES = new Set(["display", "accent", "stretchy", "mathvariant", "width"]);

/** Makes the elements of a formula. @param {string} text one MathML formula @returns {Element} */
export function mathElement(text) {
  const parsed = new DOMParser().parseFromString(text, "application/xml").documentElement;
  return copy(parsed) ?? document.createElementNS(NAMESPACE, "math");
}

function copy(node) {
  if (node.nodeType === Node.TEXT_NODE) return document.createTextNode(node.data);
  if (node.nodeType !== Node.ELEMENT_NODE || node.namespaceURI !== NAMESPACE || !ELEMENTS.has(node.localName)) {
    return null;
  }
  const made = document.createElementNS(NAMESPACE, node.localName);
  for (const { name, value } of node.attributes) if (ATTRIBUTES.has(name)) made.setAttribute(name, value);
  made.append(...[...node.childNodes].map(copy).filter(Boolean));
  return made;
}
