/** Letters as files of an export: a folder of .eml, each with what a test says of it. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const me = "me@home.example";

export type Letter = {
  /** Becomes its Message-ID and the name of its file. */
  id: string;
  from: string;
  to?: string;
  /** RFC 5322; a day in November 2026 at ten in the morning in Paris by default. */
  date?: string;
  subject?: string;
  answers?: string;
  headers?: Readonly<Record<string, string>>;
  body: string;
  isHtml?: boolean;
  /** An attached .vcf. */
  card?: string;
};

export function layOutLetters(folder: string, letters: readonly Letter[]): string {
  mkdirSync(folder, { recursive: true });
  for (const letter of letters) writeFileSync(join(folder, `${letter.id}.eml`), bytesOf(letter));
  return folder;
}

function bytesOf({
  id,
  from,
  to = me,
  date,
  subject = "Hello",
  answers,
  headers = {},
  body,
  isHtml = false,
  card,
}: Letter): string {
  const lines = {
    From: from,
    To: to,
    Subject: subject,
    Date: date ?? "Mon, 02 Nov 2026 10:00:00 +0100",
    "Message-ID": `<${id}@letters.example>`,
    ...(answers !== undefined && {
      "In-Reply-To": `<${answers}@letters.example>`,
      References: `<${answers}@letters.example>`,
    }),
    ...headers,
    "MIME-Version": "1.0",
    ...(card === undefined
      ? { "Content-Type": `text/${isHtml ? "html" : "plain"}; charset=utf-8` }
      : { "Content-Type": 'multipart/mixed; boundary="part"' }),
  };
  const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}`);
  const content =
    card === undefined
      ? [body]
      : [
          "--part",
          "Content-Type: text/plain; charset=utf-8",
          "",
          body,
          "--part",
          'Content-Type: text/vcard; charset=utf-8; name="card.vcf"',
          'Content-Disposition: attachment; filename="card.vcf"',
          "",
          card,
          "--part--",
        ];
  return [...head, "", ...content, ""].join("\n").replace(/\r?\n/g, "\r\n");
}
