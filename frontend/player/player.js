// The player: one picture of a race, at one step. It takes scenes from its host and keeps for itself what belongs to
// the person in front of it: step, speed, zoom, who is hidden and who is in focus.

import { createArrivals } from "../data/scene_loader.js";
import { createChoice } from "./selection.js";
import { createControls } from "../controls/controls.js";
import { element, setAttribute } from "../dom/elements.js";
import { createFrame } from "./skeleton.js";
import { aspectOf } from "../map/contours.js";
import { LAYOUTS } from "./layouts.js";
import { createPanels } from "./panels.js";
import { afterPaint, loadStyle } from "../host/stylesheet.js";
import { createPlayback } from "./playback.js";
import { loadPlotly } from "../dom/plotly.js";
import { readTheme, watchTheme } from "../host/theme.js";
import { nearestSpeed } from "../controls/transport.js";
import { createViewTeller } from "../host/view_reporter.js";
import { createWorked } from "../controls/worked_step.js";

const WIDE = 1.4; // times its height is the width of a map that leaves room below it
const NARROW = 560; // px of width below which panels stand below each other, as in player.css

/**
 * @typedef {Object} Host what the page around the player gives it
 * @property {string} plotlyUrl where Plotly.js is, unless the document has it already
 * @property {string|null} cssUrl where player.css is, unless the document has it already
 * @property {(name: string, value: any) => void} emit tells the page what the person asked for,
 *   ("start", [x, y]), or that blobs have not come: ("lost", true)
 * @property {(view: import("../host/view_reporter.js").View) => void} [onView] is told how the picture is looked at, once that rests
 * @property {{on: boolean, onToggle: (view: import("../host/view_reporter.js").View) => void}|null} [presentation] whether the page
 *   shows nothing but the picture, and the way to that and back; nothing where there is none
 * @property {boolean} [fill] whether the player fills its container, as an element with `data-fill` asks too
 */

/**
 * Puts a player into an element. Nothing is drawn before the first `update`.
 * @param {HTMLElement} root @param {Host} host
 * @returns {{update: (scene: Object) => void, destroy: () => void}}
 */
export function mount(root, host) {
  const frame = createFrame();
  const choice = createChoice();
  const playback = createPlayback({ onStep: tellStep, onDraw: draw, onPlaying: tellPlaying, onSettled: settle });
  const { legend, transport, views, ...controls } = createControls(frame, playback, LAYOUTS, {
    ready: () => picture !== null,
    look,
    onToggle: toggle,
    onIsolate: isolate,
    onFocus: setFocus,
    onFocusAt: (index) => runs()[index] && setFocus(runs()[index].id),
    onSpeed: setSpeed,
    onLayout: (key) => setView(key, numbers),
    onNumbers: (key) => setView(layout, key),
    onArrows: (wanted) => panels?.setArrows(wanted),
    presentation: host.presentation
      ? { on: host.presentation.on, onToggle: () => host.presentation.onToggle(currentView(true)) }
      : null,
  });
  const worked = createWorked(frame.worked);
  const fault = element("p", { class: "downhill-missing", role: "alert" });
  const teller = createViewTeller(frame.root, { read: currentView, tell: (view) => host.onView?.(view) });
  let panels = null; // from the moment Plotly is there
  let Plotly = null;
  let layout = "map-loss";
  let numbers = "gradient";
  let picture = null;
  let theme = null;
  let speed = 1;
  let frames = 0;
  let revision = 0;
  let alive = true;

  const runs = () => picture?.runs ?? [];
  const fill = Boolean(host.fill) || root.hasAttribute("data-fill");
  frame.root.style.visibility = "hidden"; // until there is a picture and a style sheet for it
  root.append(frame.root);
  const ready = Promise.all([loadPlotly(host.plotlyUrl), loadStyle(host.cssUrl)]).then(([loaded]) => {
    Plotly = loaded;
    if (alive) panels = createPanels(Plotly, frame, { onPoint: askStart, onFocus: setFocus, onLook: teller.changed });
  });
  ready.catch(report);
  const arrivals = createArrivals(ready, { onPicture: show, onView: showView, onLost: askAgain, onError: report });
  const stopTheme = watchTheme(frame.root, restyle);
  const sizes = new ResizeObserver(resize);
  sizes.observe(frame.panels);

  async function show(next, view) {
    const light = picture?.surface.identity === next.surface.identity && !view; // the runs alone have changed
    const first = picture === null;
    picture = next;
    frame.root.toggleAttribute("data-fill", picture.fill || fill);
    const aspect = aspectOf(picture.surface.window);
    frame.root.toggleAttribute("data-wide", aspect > WIDE);
    frame.root.style.setProperty("--downhill-aspect", aspect);
    if (first) begin();
    setAttribute(frame.root, "data-steps", picture.steps);
    transport.setSteps(picture.steps);
    if (view || first) take(view ?? {});
    else playback.fit(picture.steps);
    legend.setRuns(runs(), choice.hidden, choice.focus(runs()));
    legend.setStep(playback.step);
    setAttribute(frame.root, "data-focus", choice.focus(runs()) ?? "");
    frame.outcomes.replaceChildren(...runs().map(outcome));
    worked.show(choice.focused(runs()), playback.step);
    await panels.show(picture, playback.step, options(light));
    if (!alive) return;
    if (view || first) teller.known();
    else teller.changed(); // another surface ends the zoom
    playback.settleSoon();
    await afterPaint();
    if (!alive) return;
    revision += 1;
    setAttribute(frame.root, "data-revision", revision);
  }

  function begin() {
    theme = readTheme(frame.root);
    frame.root.style.visibility = "";
    transport.setEnabled(true);
    // On a telephone the second curve would push the transport out of sight; it can be switched on.
    if (frame.root.clientWidth < NARROW) numbers = "none";
    setView(layout, numbers);
  }

  const options = (light) => ({ theme, hidden: choice.hidden, focus: choice.focus(runs()), light });

  /** Another view of the picture that is shown. */
  function showView(view) {
    return show(picture, view);
  }

  /** Looks at the picture as a view says; what is not drawn yet is drawn by the `show` that follows. */
  function take(view) {
    playback.pause();
    setSpeed(nearestSpeed(view.speed ?? 1));
    choice.setSlot(runs(), view.focus ?? null);
    if (LAYOUTS[view.layout]) setView(view.layout, numbers);
    panels.look(view); // for the picture that comes: a panel that has just become visible shows the one before
    playback.begin(view.step ?? null, picture.steps);
  }

  function currentView(moving) {
    if (!picture || (playback.playing && !moving)) return null;
    const step = playback.step === picture.steps ? null : playback.step;
    return { step, speed, layout, ...panels.looked(), focus: choice.slot(runs()) };
  }

  function tellStep(step) {
    transport.setStep(step);
    legend.setStep(step);
    setAttribute(frame.root, "data-step", step);
    if (!playback.playing) transport.sayStep(step);
  }

  function draw(step) {
    panels.draw(step, playback.playing);
    worked.draw(step, playback.playing);
    frames += 1;
    setAttribute(frame.root, "data-frames", frames);
  }

  function tellPlaying(playing, step) {
    transport.setPlaying(playing);
    transport.sayStep(step);
    setAttribute(frame.root, "data-playing", playing);
  }

  /** At rest the graphs hold the step that is shown, for hover and for whoever reads them. */
  function settle(settled) {
    if (settled) {
      panels.settle();
      worked.draw(playback.step, false);
      teller.changed();
    }
    tellSettled(settled);
  }

  function tellSettled(settled) {
    setAttribute(frame.root, "data-settled", settled);
  }

  function setSpeed(factor) {
    speed = factor;
    teller.changed();
    playback.setSpeed(factor);
    transport.setSpeed(factor);
  }

  function setFocus(id) {
    choice.setFocus(id);
    setAttribute(frame.root, "data-focus", id);
    legend.setFocus(id);
    worked.show(choice.focused(runs()), playback.step);
    panels.setFocus(id);
    teller.changed();
  }

  function setView(nextLayout, nextNumbers) {
    [layout, numbers] = [nextLayout, nextNumbers];
    setAttribute(frame.root, "data-layout", layout);
    setAttribute(frame.root, "data-numbers", numbers);
    views.setLayout(layout);
    views.setNumbers(numbers);
    panels.setLayout(layout, numbers, playback.step);
    playback.settleSoon();
  }

  function toggle(id) {
    choice.toggle(id);
    showHidden();
  }

  function isolate(id) {
    choice.isolate(id, runs());
    showHidden();
  }

  function showHidden() {
    legend.setHidden(choice.hidden);
    panels.setHidden(choice.hidden);
    playback.settleSoon();
  }

  /** What there is to be saved as a still. */
  function look() {
    return {
      Plotly,
      picture,
      theme,
      step: playback.step,
      runs: runs().filter(({ id }) => !choice.hidden.has(id)),
      stills: panels.stills,
      screen: { width: frame.panels.clientWidth, tall: frame.panels.clientHeight },
    };
  }

  /** A click on the map asks for another race, and ends the playing first. */
  function askStart(x, y) {
    playback.pause();
    host.emit("start", [x, y]);
  }

  function askAgain() {
    host.emit("lost", true);
  }

  function restyle() {
    if (!picture) return;
    const next = readTheme(frame.root);
    if (JSON.stringify(next) === JSON.stringify(theme)) return;
    theme = next;
    panels.show(picture, playback.step, options(false)).catch(report);
    playback.settleSoon();
  }

  function resize() {
    if (!picture || frame.panels.clientWidth === 0) return; // nothing to draw on while the page hides us
    panels.resize();
  }

  function report(error) {
    frame.root.style.visibility = "";
    fault.textContent = error.message;
    frame.outcomes.before(fault);
    console.error(error);
  }

  function destroy() {
    alive = false;
    arrivals.destroy();
    sizes.disconnect();
    stopTheme();
    for (const part of [playback, controls, worked, teller]) part.destroy();
    panels?.destroy();
    frame.root.remove();
  }

  return { update: arrivals.update, destroy };
}

const outcome = (run) => element("li", {}, `${run.label}: ${run.outcome.sentence}`);
