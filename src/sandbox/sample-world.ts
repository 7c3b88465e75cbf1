/**
 * The sample world: every letter and every meeting of the invented owner over two years, before they are written down as
 * files. Made from a seed alone: no clock, no file, the same seed gives the same world.
 */
import { colleagueThreads, correspondence } from "./correspondence.ts";
import { diary } from "./diary.ts";
import { invitationMail } from "./invitations.ts";
import { machineMail } from "./machines.ts";
import { storyLetters } from "./story.ts";
import { type Letter, sampleLastDay, type World } from "./world.ts";

/** The whole world of a seed. Letters are in order of time, meetings in order of their first day. */
export function sampleWorld(seed: number): World {
  const meetings = diary(seed, sampleLastDay);
  const letters = [
    ...storyLetters(sampleLastDay),
    ...correspondence(seed, sampleLastDay),
    ...colleagueThreads(seed, sampleLastDay),
    ...invitationMail(seed, sampleLastDay, meetings),
    ...machineMail(seed, sampleLastDay, meetings),
  ];
  return { seed, lastDay: sampleLastDay, letters: letters.toSorted(byTime), meetings };
}

const byTime = (one: Letter, other: Letter) => compare(one.at, other.at) || compare(one.id, other.id);
const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
