// Detects WebGL and releases contexts at once.

let known = false;

/** Says whether this browser makes WebGL contexts; tried until it does, because it may refuse for a while. @returns {boolean} */
export function hasWebGL() {
  if (!known) {
    const canvas = document.createElement("canvas");
    known = Boolean(contextOf(canvas));
    loseContexts([canvas]);
  }
  return known;
}

/** Tries again when asked next. */
export function forgetWebGL() {
  known = false;
}

/**
 * Gives contexts back: browsers keep few, and a purged scene would hold its own until the next garbage collection.
 * @param {HTMLCanvasElement[]} canvases
 */
export function loseContexts(canvases) {
  for (const canvas of canvases) contextOf(canvas)?.getExtension("WEBGL_lose_context")?.loseContext();
}

/** @param {HTMLCanvasElement} canvas @returns {WebGLRenderingContext|WebGL2RenderingContext|null} */
const contextOf = (canvas) => canvas.getContext("webgl2") ?? canvas.getContext("webgl");
