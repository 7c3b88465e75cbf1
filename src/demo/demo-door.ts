/** The way into the demo from an installation's own pages: its processes are started by the web process and end with it. */
import { onReady, startSelf } from "../supervisor.ts";
import type { DemoDoor, DemoStanding } from "../web/context.ts";

export function openDemoDoor(): DemoDoor {
  let standing: DemoStanding = { kind: "closed" };
  return {
    standing: () => standing,
    open() {
      if (standing.kind === "opening" || standing.kind === "open") return;
      standing = { kind: "opening" };
      const demo = startSelf(["demo"]);
      onReady(demo.process, (address) => {
        standing = { kind: "open", address };
      });
      void demo.ended.then((code) => {
        standing = { kind: "failed", because: `it ended with ${code ?? "a signal"}; the log says why` };
      });
    },
  };
}
