// The player: one picture of a race, at one step. It takes scenes from its host and keeps for itself what belongs to
// the person in front of it: step, speed, zoom, who is hidden and who is in focus.

import { element, setAttribute } from "./elements.js";
import { createFrame } from "./frame.js";
import { createHelp } from "./help.js";
import { listenToKeys } from "./keys.js";
import { createLegend } from "./legend.js";
import { createLayoutControls } from "./layouts.js";
import { createPanels } from "./panels.js";
import { afterPaint, loadStyle } from "./page.js";
import { store } from "./parcels.js";
import { compose, parcelIds } from "./picture.js";
import { createPlayback } from "./playback.js";
import { loadPlotly } from "./plotly.js";
import { createStills } from "./stills.js";
import { readTheme, watchTheme } from "./theme.js";
import { createTransport, nearestSpeed } from "./transport.js";
import { finishTyping } from "./typing.js";
import { createWorked } from "./worked.js";

const NARROW = 720; // px of width below which panels stand below each other, as in player.css

/**
 * @typedef {Object} Host what the page around the player gives it
 * @property {string} plotlyUrl where Plotly.js is, unless the document has it already
 * @property {string|null} cssUrl where player.css is, unless the document has it already
 * @property {(name: string, value: any) => void} emit tells the page what the person asked for: ("start", [x, y])
 */

/**
 * Puts a player into an element. Nothing is drawn before the first `update`.
 * @param {HTMLElement} root @param {Host} host
 * @returns {{update: (scene: Object) => void, destroy: () => void}}
 */
export function mount(root, host) {
  const frame = createFrame();
  const hidden = new Set(); // ids of contenders, kept when they go and come back
  const playback = createPlayback({ onStep: tellStep, onDraw: draw, onPlaying: tellPlaying, onSettled: settle });
  const help = createHelp(frame.root);
  const stills = createStills(frame.root, { look });
  const legend = createLegend(frame.legend, { onToggle: toggle, onIsolate: isolate, onFocus: setFocus });
  const transport = createTransport(frame.transport, {
    onStart: () => playback.goTo(0),
    onMove: playback.moveBy,
    onToggle: playback.toggle,
    onEnd: playback.toEnd,
    onScrub: playback.goTo,
    onSpeed: setSpeed,
    onHelp: help.open,
    onSave: stills.open,
  });
  const stopKeys = listenToKeys(frame.root, {
    onToggle: () => picture && playback.toggle(),
    onMove: (by) => picture && playback.moveBy(by),
    onStart: () => picture && playback.goTo(0),
    onEnd: () => picture && playback.toEnd(),
    onFocus: (index) => picture?.runs[index] && setFocus(picture.runs[index].id),
    onHelp: help.open,
  });
  const stopTyping = finishTyping(frame.root);
  const views = createLayoutControls(frame.views, {
    onLayout: (key) => setView(key, numbers),
    onNumbers: (key) => setView(layout, key),
    onArrows: (wanted) => panels?.setArrows(wanted),
  });
  const worked = createWorked(frame.worked);
  let panels = null; // from the moment Plotly is there
  let Plotly = null;
  let layout = "map-loss";
  let numbers = "gradient";
  let picture = null;
  let theme = null;
  let focus = null; // id of a contender, kept when it goes and comes back
  let wanted = ""; // the latest scene, as text
  let stopWaiting = () => {};
  let frames = 0;
  let revision = 0;
  let alive = true;

  frame.root.style.visibility = "hidden"; // until there is a picture and a style sheet for it
  root.append(frame.root);
  const ready = Promise.all([loadPlotly(host.plotlyUrl), loadStyle(host.cssUrl)]).then(([loaded]) => {
    Plotly = loaded;
    if (alive) panels = createPanels(Plotly, frame, { onPoint: askStart, onFocus: setFocus });
  });
  ready.catch(report);
  transport.setEnabled(false);
  const stopTheme = watchTheme(frame.root, restyle);
  const sizes = new ResizeObserver(resize);
  sizes.observe(frame.panels);

  /** Shows a scene as soon as all its parcels are here; one that equals the last changes nothing. */
  function update(scene) {
    const { view, ...content } = scene;
    const text = JSON.stringify(content);
    if (text === wanted) return;
    wanted = text;
    stopWaiting();
    stopWaiting = store.whenAll(parcelIds(scene), (parcels) => {
      ready.then(() => alive && wanted === text && show(compose(content, parcels), view)).catch(report);
    });
  }

  async function show(next, view) {
    const light = picture?.ground.identity === next.ground.identity; // the runs alone have changed
    const first = picture === null;
    picture = next;
    if (first) {
      theme = readTheme(frame.root);
      frame.root.style.visibility = "";
      transport.setEnabled(true);
      setSpeed(nearestSpeed(view?.speed ?? 1));
      // On a telephone the second curve would push the transport out of sight; it can be switched on.
      setView(layout, frame.root.clientWidth < NARROW ? "none" : numbers);
    }
    setAttribute(frame.root, "data-steps", picture.steps);
    transport.setSteps(picture.steps);
    legend.setRuns(picture.runs, hidden, inFocus());
    setAttribute(frame.root, "data-focus", inFocus() ?? "");
    frame.outcomes.replaceChildren(...picture.runs.map(outcome));
    if (first) playback.begin(view?.step ?? null, picture.steps);
    else playback.fit(picture.steps);
    worked.show(focused(), playback.step);
    if (!light) tellSettled(!playback.playing);
    await panels.show(picture, playback.step, { theme, hidden, focus: inFocus(), light });
    if (light) playback.settleSoon();
    await afterPaint();
    revision += 1;
    setAttribute(frame.root, "data-revision", revision);
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
    }
    tellSettled(settled);
  }

  function tellSettled(settled) {
    setAttribute(frame.root, "data-settled", settled);
  }

  function setSpeed(factor) {
    playback.setSpeed(factor);
    transport.setSpeed(factor);
  }

  /** The contender in focus: the chosen one while it takes part, else the first. */
  function focused() {
    const runs = picture?.runs ?? [];
    return runs.find(({ id }) => id === focus) ?? runs[0] ?? null;
  }

  const inFocus = () => focused()?.id ?? null;

  function setFocus(id) {
    focus = id;
    setAttribute(frame.root, "data-focus", id);
    legend.setFocus(id);
    worked.show(focused(), playback.step);
    panels.setFocus(id);
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
    if (!hidden.delete(id)) hidden.add(id);
    showHidden();
  }

  /** Shows one contender alone; asked again of the one that is alone, shows all. */
  function isolate(id) {
    const others = picture.runs.filter((run) => run.id !== id);
    const alone = !hidden.has(id) && others.every((run) => hidden.has(run.id));
    hidden.clear();
    if (!alone) for (const run of others) hidden.add(run.id);
    showHidden();
  }

  function showHidden() {
    legend.setHidden(hidden);
    panels.setHidden(hidden);
    playback.settleSoon();
  }

  /** What there is to be saved as a still. */
  function look() {
    return {
      Plotly,
      picture,
      theme,
      step: playback.step,
      runs: picture.runs.filter(({ id }) => !hidden.has(id)),
      stills: panels.stills,
      screen: { width: frame.panels.clientWidth, height: frame.panels.clientHeight + 4 * theme.size },
    };
  }

  /** A click on the map is the one thing the page is told, and it ends the playing first. */
  function askStart(x, y) {
    playback.pause();
    host.emit("start", [x, y]);
  }

  function restyle() {
    if (!picture) return;
    const next = readTheme(frame.root);
    if (JSON.stringify(next) === JSON.stringify(theme)) return;
    theme = next;
    panels.show(picture, playback.step, { theme, hidden, focus: inFocus(), light: false });
  }

  function resize() {
    if (!picture || frame.panels.clientWidth === 0) return; // nothing to draw on while the page hides us
    panels.resize();
  }

  function report(error) {
    frame.root.style.visibility = "";
    frame.outcomes.before(element("p", { class: "downhill-missing", role: "alert" }, error.message));
    console.error(error);
  }

  function destroy() {
    alive = false;
    stopWaiting();
    sizes.disconnect();
    stopTheme();
    stopKeys();
    stopTyping();
    for (const part of [playback, legend, transport, help, stills, views, worked]) part.destroy();
    panels?.destroy();
    frame.root.remove();
  }

  return { update, destroy };
}

const outcome = (run) => element("li", {}, `${run.label}: ${run.outcome.sentence}`);
