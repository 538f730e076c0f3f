// Everything in the player that is pressed, chosen or slid, made and unmade together.

import { createHelp } from "./help.js";
import { listenToKeys } from "./keys.js";
import { createLayoutPicker } from "./layout_picker.js";
import { createLegend } from "./legend.js";
import { createStills } from "../stills/dialog.js";
import { createTransport } from "./transport.js";
import { finishTyping } from "../host/blur_inputs.js";

/**
 * @param {Object<string, HTMLElement>} frame the parts of the player
 * @param {ReturnType<typeof import("../player/playback.js").createPlayback>} playback
 * @param {Object<string, {name: string, panels: string[]}>} layouts by key
 * @param {{ready: () => boolean, look: () => Object, onToggle: (id: string) => void, onIsolate: (id: string) => void,
 *   onFocus: (id: string) => void, onFocusAt: (index: number) => void, onSpeed: (factor: number) => void,
 *   onLayout: (key: string) => void, onNumbers: (key: string) => void, onArrows: (on: boolean) => void,
 *   presentation: import("./keys.js").Presentation|null}} listener
 *   `ready` is whether there is a picture yet, `look` what a still would show
 */
export function createControls(frame, playback, layouts, listener) {
  const { presentation } = listener;
  const help = createHelp(frame.root, presentation);
  const stills = createStills(frame.root, { look: listener.look });
  const legend = createLegend(frame.legend, listener);
  const moves = {
    onStart: () => playback.goTo(0),
    onMove: playback.moveBy,
    onToggle: playback.toggle,
    onEnd: playback.toEnd,
    onHelp: help.open,
  };
  const transport = createTransport(frame.transport, {
    ...moves,
    onScrub: playback.goTo,
    onSpeed: listener.onSpeed,
    onSave: stills.open,
    onLeave: presentation?.on ? presentation.onToggle : null,
  });
  const once = (act) => (...said) => listener.ready() && act(...said);
  const byKey = Object.fromEntries(
    Object.entries({ ...moves, onFocus: listener.onFocusAt, onPresent: presentation?.onToggle }).map((
      [on, act],
    ) => [on, once(act)]),
  );
  const stopKeys = listenToKeys(frame.root, { ...byKey, onHelp: help.open }, presentation);
  const stopTyping = finishTyping(frame.root);
  const views = createLayoutPicker(frame.views, layouts, listener);
  transport.setEnabled(false);

  return {
    legend,
    transport,
    views,
    destroy() {
      stopKeys();
      stopTyping();
      for (const part of [legend, transport, help, stills, views]) part.destroy();
    },
  };
}
