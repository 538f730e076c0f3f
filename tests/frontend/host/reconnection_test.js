import assert from "node:assert/strict";
import { Reconnection } from "../../../frontend/host/reconnection.js";
import { withFakeTime } from "../fake_time.js";

/** A page that is connected, what was said to its server, and how often it was asked again. */
function connected() {
  const said = [];
  const reconnection = new Reconnection(() => said.push("again"));
  reconnection.see("CONNECTED", "notRunning");
  return { reconnection, said, say: (words) => reconnection.say(() => said.push(words)) };
}

/** The server goes, and comes back with a run that has not begun yet. @param {Reconnection} reconnection */
function comeBack(reconnection) {
  reconnection.see("PINGING_SERVER", "notRunning");
  reconnection.see("CONNECTED", "notRunning");
}

Deno.test(
  "a server hears what it is told at once, whether its script runs or not",
  withFakeTime(() => {
    const { reconnection, said, say } = connected();
    say("first");
    reconnection.see("CONNECTED", "running");
    say("second");
    reconnection.touch();
    reconnection.see("CONNECTED", "notRunning");
    assert.deepEqual(said, ["first", "second"]);
  }),
);

Deno.test(
  "a server that comes back hears it after its first run, in order",
  withFakeTime(() => {
    const { reconnection, said, say } = connected();
    comeBack(reconnection);
    say("first");
    reconnection.see("CONNECTED", "running");
    say("second");
    assert.deepEqual(said, []);
    reconnection.see("CONNECTED", "notRunning");
    assert.deepEqual(said, ["first", "second"]);
    say("third");
    assert.deepEqual(said, ["first", "second", "third"]);
  }),
);

Deno.test(
  "it is asked again where a control may have been changed meanwhile, once",
  withFakeTime((time) => {
    const { reconnection, said } = connected();
    reconnection.touch();
    comeBack(reconnection);
    reconnection.see("CONNECTED", "running");
    reconnection.see("CONNECTED", "notRunning");
    assert.deepEqual(said, [], "what was touched before has long been heard");

    comeBack(reconnection);
    reconnection.see("CONNECTED", "running");
    reconnection.touch();
    reconnection.see("CONNECTED", "notRunning");
    reconnection.see("CONNECTED", "running");
    reconnection.see("CONNECTED", "notRunning");
    time.advance(60_000);
    assert.deepEqual(said, ["again"]);
  }),
);

Deno.test(
  "a run that never comes is not waited for",
  withFakeTime((time) => {
    const { reconnection, said, say } = connected();
    comeBack(reconnection);
    say("first");
    time.advance(60_000);
    assert.deepEqual(said, ["first"]);
  }),
);

Deno.test(
  "what is said while the server is gone is kept until its next first run is over",
  withFakeTime((time) => {
    const { reconnection, said, say } = connected();
    comeBack(reconnection);
    say("first");
    reconnection.see("PINGING_SERVER", "notRunning");
    say("second");
    time.advance(60_000);
    assert.deepEqual(said, []);
    reconnection.see("CONNECTED", "notRunning");
    reconnection.see("CONNECTED", "running");
    reconnection.see("CONNECTED", "notRunning");
    assert.deepEqual(said, ["first", "second"]);
  }),
);
