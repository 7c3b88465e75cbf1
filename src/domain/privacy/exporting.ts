/** An export of everything: asked for, written in the background, kept for some days to be fetched, then removed. */

export type ExportState =
  | "waiting"
  | "writing"
  /** The file stands in the outbox. */
  | "ready"
  /** By the owner; it may begin anew. */
  | "stopped"
  /** It could not be written; `because` says why. */
  | "failed"
  | "removed";

export type ExportEvent = "begun" | "written" | "stopped" | "failed" | "asked_again" | "removed";

/** Undefined when the event changes nothing any more: somebody else was faster. */
export function evolveExport(state: ExportState, event: ExportEvent): ExportState | undefined {
  switch (event) {
    case "begun":
      // Whoever wrote it may have died, so that another run takes it up.
      return isUnderWay(state) ? "writing" : undefined;
    case "written":
      return state === "writing" ? "ready" : undefined;
    case "stopped":
      return isUnderWay(state) ? "stopped" : undefined;
    case "failed":
      return state === "writing" ? "failed" : undefined;
    case "asked_again":
      return state === "stopped" || state === "failed" ? "waiting" : undefined;
    case "removed":
      return isUnderWay(state) || state === "removed" ? undefined : "removed";
  }
}

export const isUnderWay = (state: ExportState): boolean => state === "waiting" || state === "writing";
