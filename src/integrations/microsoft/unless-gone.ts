import { TroubleError } from "../trouble.ts";

/** Undefined when it is not there any more. */
export async function unlessGone<Answer>(asked: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asked;
  } catch (problem) {
    if (problem instanceof TroubleError && problem.trouble.kind === "gone") return undefined;
    throw problem;
  }
}
