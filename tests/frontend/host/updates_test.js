import assert from "node:assert/strict";
import { Updates } from "../../../frontend/host/updates.js";

/** @returns {any} */
const update = (session, version) => ({ session, version });

/** What a listener hears of updates that are published one after another. */
function heard(...published) {
  const updates = new Updates();
  const said = [];
  updates.listen(({ session, version }) => said.push(`${session}${version}`));
  for (const [session, version] of published) updates.publish(update(session, version));
  return said;
}

Deno.test("every newer update is heard", () =>
  assert.deepEqual(heard(["a", 1], ["a", 2], ["a", 5]), ["a1", "a2", "a5"]));

Deno.test("an older one is not, and one of the same version is", () => {
  assert.deepEqual(heard(["a", 2], ["a", 1], ["a", 2]), ["a2", "a2"]);
});

Deno.test("another session begins anew, and the one before is past", () => {
  assert.deepEqual(heard(["a", 9], ["b", 1], ["a", 10], ["b", 2]), ["a9", "b1", "b2"]);
});

Deno.test("who comes late hears the latest, and who has stopped hears nothing", () => {
  const updates = new Updates();
  const said = [];
  updates.listen(() => assert.fail("nothing was published"))();
  updates.publish(update("a", 1));
  updates.publish(update("a", 2));
  const stop = updates.listen(({ version }) => said.push(version));
  stop();
  updates.publish(update("a", 3));
  assert.deepEqual(said, [2]);
});
