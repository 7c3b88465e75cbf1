/** A message written as headers and body, read as the archive reads it. */
import type { MessageHeaders, MessageText } from "../../src/domain/mail/message.ts";
import { readHeaders } from "../../src/integrations/archive/message-headers.ts";
import { readMessageText } from "../../src/integrations/archive/message-text.ts";

export async function readEml(
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<{ headers: MessageHeaders; text: MessageText }> {
  const all = {
    From: "Nora Vale <nora@valeworks.example>",
    To: "owner@rapport.example",
    Date: "Mon, 2 Nov 2026 10:00:00 +0100",
    ...headers,
  };
  const section = `${Object.entries(all)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\r\n")}\r\n`;
  const binary = Buffer.from(section, "utf8").toString("latin1");
  const read = readHeaders({ binary, placeLabels: [] });
  if (read.kind !== "message") throw new Error(`refused: ${read.because}`);
  const bytes = Buffer.from(`${section}\r\n${body.replace(/\r?\n/g, "\r\n")}`, "utf8");
  return { headers: read.headers, text: await readMessageText(bytes) };
}
