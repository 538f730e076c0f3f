// The kernels: the module that walks the same paths as the server, traced from its code (tracing/).

import { NotKnownHere } from "./not_known_here.js";

/** @typedef {any} Kernels the module; its exports are described in tracing/calls.js */

/** @type {Map<string, Promise<Kernels>>} by address */
const loading = new Map();

/**
 * Loads the kernels once; a document that holds them itself, as a handout does, loads nothing.
 * @param {string} url @returns {Promise<Kernels>}
 */
export function loadKernels(url) {
  const inside = /** @type {any} */ (globalThis).downhillKernels;
  if (inside) return Promise.resolve(inside);
  if (!url) return Promise.reject(new NotKnownHere("There are no kernels here."));
  if (!loading.has(url)) loading.set(url, import(url));
  return loading.get(url);
}
