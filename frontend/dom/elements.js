// Helpers that create DOM elements; text is never parsed as HTML.

const SVG = "http://www.w3.org/2000/svg";

/** @typedef {Object<string, string|number|boolean>} Attributes true is an empty attribute, false leaves one out */

/**
 * Makes an HTML element.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag @param {Attributes} [attributes] @param {...(Node|string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/**
 * Makes an SVG element.
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag @param {Attributes} [attributes] @param {...(Node|string)} children
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function drawing(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

/** Sets text only when it differs: writing an equal text would still make the browser lay it out again. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/**
 * Hides an element or shows it, only when that differs: hiding what is hidden would still make the browser style it again.
 * @param {HTMLElement} node @param {boolean} hidden
 */
export function setHidden(node, hidden) {
  if (node.hidden !== hidden) node.hidden = hidden;
}

/**
 * Sets an attribute only when it differs.
 * @param {Element} node @param {string} name @param {string|number|boolean} value
 */
export function setAttribute(node, name, value) {
  if (node.getAttribute(name) !== String(value)) node.setAttribute(name, String(value));
}

/**
 * The element of a selector that an event happened on, or in.
 * @param {Event} event @param {string} selector @returns {HTMLElement|null}
 */
export function closestTo({ target }, selector) {
  return target instanceof Element ? target.closest(selector) : null;
}

/** @template {Element} Made @param {Made} node @param {Attributes} attributes @param {(Node|string)[]} children @returns {Made} */
function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    // A strict policy forbids the attribute of a style, and allows scripts to set the style itself.
    if (name === "style") /** @type {any} */ (node).style.cssText = value;
    else if (value !== false) node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children);
  return node;
}
