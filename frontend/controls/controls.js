// The player's controls: everything that is pressed, chosen or slid, created and destroyed together.

import { createHelp } from "./help.js";
import { keysFor, listenToKeys } from "./keys.js";
import { createLayoutPicker } from "./layout_picker.js";
import { Legend } from "./legend.js";
import { createRevealBar } from "./reveal_bar.js";
import { createStills } from "../stills/dialog.js";
import { Transport } from "./transport.js";
import { blurInputsOnPress } from "../host/blur_inputs.js";

/**
 * @typedef {Object} Places the elements that the controls are put into
 * @property {HTMLElement} root @property {HTMLElement} legend @property {HTMLElement} transport @property {HTMLElement} views
 * @property {HTMLElement} reveal
 *
 * @typedef {Object} Moves of the playback
 * @property {(step: number) => void} goTo @property {(by: number) => void} moveBy
 * @property {() => void} toggle @property {() => void} toEnd
 *
 * @typedef {Object} ControlsListener
 * @property {() => boolean} isReady whether there is a picture yet
 * @property {() => import("../stills/dialog.js").Source} stillSource
 * @property {(id: string) => void} onToggle @property {(id: string) => void} onIsolate @property {(id: string) => void} onFocus
 * @property {(index: number) => void} onFocusAt @property {(factor: number|null) => void} onSpeed
 * @property {(key: string) => void} onLayout @property {(key: string) => void} onCurve
 * @property {(key: string) => void} onAxis @property {import("./layout_picker.js").SwitchListeners} switches
 * @property {(on: boolean) => void} onProbeKey
 * @property {() => void} onReveal of hidden results, or to hide them again; of a lesson's answer
 * @property {() => void} onNext a presenter goes on
 * @property {import("./keys.js").Presentation|null} presentation
 * @property {boolean} undoes whether the page undoes changes
 * @property {(() => void)|null} onBranch null where nobody can branch
 */

/**
 * @param {Places} places @param {Moves} playback
 * @param {Object<string, {name: string, panels: string[]}>} layouts by key @param {ControlsListener} listener
 */
export function createControls(places, playback, layouts, listener) {
  const { presentation, undoes, onBranch } = listener;
  const help = createHelp(places.root, keysFor(presentation, undoes, onBranch !== null));
  const stills = createStills(places.root, listener.stillSource);
  const legend = new Legend(places.legend, listener);
  const moves = {
    onStart: () => playback.goTo(0),
    onMove: (by) => playback.moveBy(by),
    onToggle: () => playback.toggle(),
    onEnd: () => playback.toEnd(),
    onHelp: () => help.open(),
  };
  const transport = new Transport(places.transport, {
    ...moves,
    onScrub: (step) => playback.goTo(step),
    onSpeed: listener.onSpeed,
    onBranch,
    onSave: () => stills.open(),
    onLeave: presentation?.on ? presentation.onToggle : null,
  });
  const ready = (act) => onceReady(listener.isReady, act);
  const stopKeys = listenToKeys(places.root, {
    onStart: ready(moves.onStart),
    onMove: ready(moves.onMove),
    onToggle: ready(moves.onToggle),
    onEnd: ready(moves.onEnd),
    onHelp: moves.onHelp,
    onFocus: ready(listener.onFocusAt),
    onReveal: ready(listener.onReveal),
    onNext: ready(listener.onNext),
    onProbe: ready(listener.onProbeKey),
    onPresent: presentation ? ready(presentation.onToggle) : undefined,
    onBranch: onBranch ? ready(onBranch) : undefined,
  }, presentation);
  const stopBlurring = blurInputsOnPress(places.root);
  const views = createLayoutPicker(places.views, layouts, listener);
  const revealBar = createRevealBar(places.reveal, listener.onReveal);
  transport.setEnabled(false);

  return {
    legend,
    transport,
    views,
    revealBar,
    destroy() {
      stopKeys();
      stopBlurring();
      for (const part of [legend, transport, help, stills, views, revealBar]) part.destroy();
    },
  };
}

/** An action that does nothing before the first picture. */
const onceReady = (isReady, act) => (...args) => {
  if (isReady()) act(...args);
};
