/** The pages about the owner's data as a whole: taking it along, how long it is kept, the audit, erasing everything. */
import type { Hono } from "hono";
import type { WebEnv } from "./context.ts";
import { saveAudit, showAudit } from "./pages/audit.ts";
import * as privacy from "./pages/privacy.ts";
import * as erase from "./pages/privacy-erase.ts";

/** For an application that lets in only who is signed in. */
export function addPrivacyPages(app: Hono<WebEnv>): void {
  app.get("/audit", showAudit);
  app.get("/audit.csv", saveAudit);
  app.get("/settings/privacy", (ask) => privacy.showPrivacy(ask));
  app.post("/settings/privacy/retention", privacy.keepShorter);
  app.get("/settings/privacy/exports", privacy.showExports);
  app.post("/settings/privacy/exports", privacy.begin);
  app.post("/settings/privacy/exports/:id/stop", privacy.stop);
  app.post("/settings/privacy/exports/:id/again", privacy.again);
  app.post("/settings/privacy/exports/:id/remove", privacy.remove);
  app.get("/settings/privacy/exports/:id/rapport.zip", privacy.fetchExport);
  app.get("/settings/privacy/erase", (ask) => erase.showErase(ask));
  app.post("/settings/privacy/erase", erase.askErase);
  app.get("/settings/privacy/erasing", erase.erased);
}
