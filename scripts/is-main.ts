/**
 * Whether a script is what was started, and not imported by another one. `import.meta.main` does not tell: the launcher imports
 * what it starts when its own Node is the right one, and then nothing would run, silently.
 */
import { realpathSync } from "node:fs";

export const isMain = ({ filename }: ImportMeta): boolean =>
  process.argv[1] !== undefined && realpathSync(process.argv[1]) === realpathSync(filename);
