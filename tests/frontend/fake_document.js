// A document in tests: elements hold what they are given, and hear the events that a test sends them.

class FakeElement {
  /** @param {string} tag */
  constructor(tag) {
    this.tagName = tag.toUpperCase();
    /** @type {any[]} elements and texts */
    this.children = [];
    /** @type {Object<string, string>} */
    this.attributes = {};
    /** @type {any} */
    this.style = { setProperty: (name, value) => Object.assign(this.style, { [name]: value }) };
    this.classList = {
      contains: (name) => this.#classes.has(name),
      toggle: (name, isOn) => this.#classes[isOn ? "add" : "delete"](name),
    };
  }

  /** @type {Set<string>} */
  #classes = new Set();
  /** @type {Map<string, ((event: any) => void)[]>} */
  #listeners = new Map();

  get textContent() {
    return this.children.map((child) => child.textContent ?? child).join("");
  }

  set textContent(text) {
    this.children = [text];
  }

  get dataset() {
    const data = Object.entries(this.attributes).filter(([name]) => name.startsWith("data-"));
    return Object.fromEntries(data.map(([name, value]) => [name.slice(5), value]));
  }

  append(...children) {
    this.children.push(...children);
  }

  replaceChildren(...children) {
    this.children = children;
  }

  contains(node) {
    return node === this || this.children.some((child) => child.contains?.(node));
  }

  setAttribute(name, value) {
    this.attributes[name] = value;
    if (name === "class") this.#classes = new Set(value.split(" "));
  }

  getAttribute(name) {
    return this.attributes[name] ?? null;
  }

  toggleAttribute(name, isOn) {
    if (isOn) this.attributes[name] = "";
    else delete this.attributes[name];
  }

  addEventListener(kind, listener) {
    this.#listeners.set(kind, [...(this.#listeners.get(kind) ?? []), listener]);
  }

  /** Sends an event to those who listen to this element. @param {string} kind @param {any} event */
  send(kind, event = {}) {
    for (const listener of this.#listeners.get(kind) ?? []) listener({ preventDefault() {}, ...event });
  }

  /** All elements of a class, in this one. @param {string} name @returns {FakeElement[]} */
  ofClass(name) {
    const within = this.children.flatMap((child) => child.ofClass?.(name) ?? []);
    return this.classList.contains(name) ? [this, ...within] : within;
  }

  removeEventListener() {}
  setPointerCapture() {}
  hasPointerCapture() {
    return true;
  }
  focus() {}
  remove() {}
}

/** Makes an element. @param {string} tag @returns {any} */
export const fakeElement = (tag = "div") => new FakeElement(tag);

/** Gives modules that are imported afterwards, and those that have been, a document. */
export function installDocument() {
  const makers = { createElement: fakeElement, createElementNS: (_, tag) => fakeElement(tag) };
  const document = Object.assign(fakeElement("html"), makers, { activeElement: null });
  Object.assign(globalThis, { HTMLElement: FakeElement });
  Object.defineProperty(globalThis, "document", { value: document, configurable: true });
}
