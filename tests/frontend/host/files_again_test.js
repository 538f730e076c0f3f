import { equal } from "node:assert/strict";
import { FilesAgain } from "../../../frontend/host/files_again.js";
import { withFakeTime } from "../fake_time.js";

Deno.test(
  "a file that failed while the script ran is asked for when the script is at rest",
  withFakeTime(({ advance }) => {
    let [isRunning, presses] = [true, 0];
    const again = new FilesAgain(() => isRunning);
    equal(again.take(() => presses += 1), true);
    advance(2000);
    equal(presses, 0);
    isRunning = false;
    advance(150);
    equal(presses, 1);
    advance(2000);
    equal(presses, 1);
  }),
);

Deno.test(
  "a file that cannot be made is asked for four times more, after each press by hand",
  withFakeTime(({ advance }) => {
    let presses = 0;
    const again = new FilesAgain(() => false);
    const fail = () => {
      const isTaken = again.take(() => presses += 1);
      advance(1200);
      return isTaken;
    };
    equal([fail(), fail(), fail(), fail(), fail()].join(), "true,true,true,true,false");
    equal(presses, 4);
    again.begin();
    equal(fail(), true);
    equal(presses, 5);
  }),
);

Deno.test(
  "a press by hand takes the place of one that waits",
  withFakeTime(({ advance }) => {
    let presses = 0;
    const again = new FilesAgain(() => false);
    again.take(() => presses += 1);
    again.begin();
    advance(1000);
    equal(presses, 0);
  }),
);
