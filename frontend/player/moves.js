// What moves the playback, but while a question is open.

/**
 * @typedef {Pick<import("./playback.js").Playback, "goTo"|"moveBy"|"toggle"|"toEnd"|"step">} Moving
 * @typedef {Pick<import("./questioner.js").Questioner, "isOpen"|"reveal">} Asking
 */

/**
 * Holds back every move while a question is open. A presenter who wants to go on then has the race answer; to go back
 * answers nothing.
 * @param {Moving} playback @param {Asking} questioner @param {boolean} isPresentation
 */
export function movesUnlessAsked(playback, questioner, isPresentation) {
  const unlessAsked = (act, isForward) => (...args) => {
    if (!questioner.isOpen) act(...args);
    else if (isPresentation && isForward(...args)) questioner.reveal();
  };
  return {
    goTo: unlessAsked((step) => playback.goTo(step), (step) => step > playback.step),
    moveBy: unlessAsked((by) => playback.moveBy(by), (by) => by > 0),
    toggle: unlessAsked(() => playback.toggle(), () => true),
    toEnd: unlessAsked(() => playback.toEnd(), () => true),
  };
}
