import { csvLine } from "../../domain/csv.ts";
import { type AuditLine, type AuditLineId, readAudit } from "../../store/read/audit.ts";
import { allSought } from "../../store/read/seek.ts";
import { answerFile, answerPage, frameOf } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { searchIn, seekIn } from "../query.ts";
import { auditView } from "../views/audit.ts";
import { auditWords } from "../views/audit-words.ts";

const rowsMax = 50;

/** `/audit?q=priya&after=ID` */
export async function showAudit(ask: Ask) {
  const search = searchIn(ask);
  const wanted = { search, seek: seekIn<AuditLineId>(ask), rowsMax };
  const page = await readAudit(worldOf(ask).database, ownerIdOf(ask), wanted);
  const frame = frameOf(ask);
  return answerPage(ask, frame, { title: "Audit", place: "settings", body: auditView(frame, { page, search }) });
}

const heads = ["At", "Person", "What", "Approved by", "Covers", "What became of it", "Kind", "Id"];

export async function saveAudit(ask: Ask) {
  const { seen } = frameOf(ask);
  const lines = await allSought<AuditLine, AuditLineId>(
    (page) => readAudit(worldOf(ask).database, ownerIdOf(ask), { search: "", ...page }),
    ({ lineId }) => lineId,
  );
  const rows = lines.map((line) => {
    const { what, by, covers, became } = auditWords(line, seen);
    return csvLine([line.at, line.person?.name, what, by, covers, became, line.what, line.lineId]);
  });
  const content = [csvLine(heads), ...rows].join("");
  return answerFile(ask, { name: "rapport-audit.csv", type: "text/csv; charset=utf-8", content });
}
