/** The suites that hold the real adapters, over the sandbox's accounts with no HTTP between. */
import { after, type Instant, parseInstant, type Zone } from "../../../src/domain/time.ts";
import { Cloud } from "../../../src/sandbox/cloud/cloud.ts";
import { openInMemory } from "../../../src/sandbox/cloud/faces.ts";
import { calendarSuite } from "../../integrations/suite/calendar.ts";
import { mailSuite } from "../../integrations/suite/mail.ts";
import { peopleSuite } from "../../integrations/suite/people.ts";
import type { Subject } from "../../integrations/suite/subject.ts";
import { tasksSuite } from "../../integrations/suite/tasks.ts";

function open(): Subject {
  let now = parseInstant("2026-11-23T08:00:00Z") as Instant;
  const cloud = new Cloud({ seed: 7, clock: { now: () => now } });
  const mine = cloud.add({
    provider: "google",
    address: "owner@home.example",
    given: "Olga",
    family: "Ownersen",
    zone: "Europe/Berlin" as Zone,
    aliases: ["olga@side.example"],
  });
  return {
    ...openInMemory(cloud, mine),
    cloud,
    mine,
    now: () => now,
    pass: (time) => {
      now = after(now, time);
      cloud.settle();
    },
  };
}

mailSuite("In memory", open);
calendarSuite("In memory", open);
peopleSuite("In memory", open);
tasksSuite("In memory", open);
