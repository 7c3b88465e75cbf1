/** Places and marks of the cloud as Gmail's labels, and back. */
import type { CloudMessage, Mark, Place } from "../cloud/mailbox.ts";

const labelOfPlace: Readonly<Record<Place, string | undefined>> = {
  inbox: "INBOX",
  sent: "SENT",
  drafts: "DRAFT",
  spam: "SPAM",
  trash: "TRASH",
  archive: undefined,
};

export const systemLabels = [
  ...Object.values(labelOfPlace).flatMap((label) => label ?? []),
  "UNREAD",
  "STARRED",
  "IMPORTANT",
  "CATEGORY_PERSONAL",
  "CATEGORY_SOCIAL",
  "CATEGORY_PROMOTIONS",
  "CATEGORY_UPDATES",
  "CATEGORY_FORUMS",
] as const;

export function labelsOf({ place, marks }: { place: Place; marks: readonly Mark[] }): string[] {
  const label = labelOfPlace[place];
  return [...(label === undefined ? [] : [label]), ...marks.map(labelOfMark)];
}

const labelOfMark = (mark: Mark): string => {
  const label = mark.toUpperCase();
  return systemLabels.some((one) => one === label) ? label : `Label_${mark}`;
};

export const placeOfLabel = (label: string): Place | undefined =>
  (Object.keys(labelOfPlace) as Place[]).find((place) => labelOfPlace[place] === label);

/** All of them; mail in spam and trash only when it is asked for. */
export function hasLabels(message: CloudMessage, wanted: readonly string[], withSpamAndTrash: boolean): boolean {
  const labels = labelsOf(message);
  if (!wanted.every((label) => labels.includes(label))) return false;
  const isHidden = message.place === "spam" || message.place === "trash";
  return !isHidden || withSpamAndTrash || wanted.some((label) => label === "SPAM" || label === "TRASH");
}
