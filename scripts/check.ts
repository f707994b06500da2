/** npm run check: all checks of the code at the same time, which takes half as long as one after the other. */
import { exec } from 'node:child_process';

const CHECKS = ['biome ci --error-on-warnings', 'node scripts/lint/walls.ts', 'tsc', 'knip'];

/** Prints what the check says. @returns whether it found nothing */
function passes(command: string): Promise<boolean> {
  return new Promise((resolve) => {
    exec(command, { maxBuffer: Number.POSITIVE_INFINITY }, (error, out, errors) => {
      process.stdout.write(`> ${command}\n${out}${errors}`);
      resolve(error === null);
    });
  });
}

const results = await Promise.all(CHECKS.map(passes));
if (results.includes(false)) process.exitCode = 1;
