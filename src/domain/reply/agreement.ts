/**
 * Set phrases with which a named time is taken, in four languages: "does the trick", "nehme ich gern wahr", "me réjouis", "me
 * apunto". Apart from a time they may agree to anything, so unlike `accept` in `agreeing-words.ts` they need one beside them.
 */
import { german } from "./agreement-de.ts";
import { english } from "./agreement-en.ts";
import { spanish } from "./agreement-es.ts";
import { french } from "./agreement-fr.ts";
import { approval as germanApproval } from "./approval-de.ts";
import { approval as englishApproval } from "./approval-en.ts";
import { approval as spanishApproval } from "./approval-es.ts";
import { approval as frenchApproval } from "./approval-fr.ts";
import { role } from "./role.ts";

const approvals = [englishApproval, germanApproval, frenchApproval, spanishApproval];

export const agreement = role([english, german, french, spanish, ...approvals].map((lines) => lines.trim()).join("\n"));

const once = new RegExp(agreement.source, "u");

export const agreesToTime = (text: string): boolean => once.test(text);
