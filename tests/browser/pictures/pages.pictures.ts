// A picture of every page, for whoever wants to see what the tests cannot judge.
import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { everywhere } from "../ground/everywhere";
import { open } from "../ground/forms";
import { test } from "../ground/ground";

const folder = process.env.RADSLAG_PICTURES || "pictures";

for (const width of [390, 1440, 1920]) {
  for (const theme of ["light", "dark"]) {
    test(`${width} ${theme}`, async ({ page, context, people, program, signIn, complaints }) => {
      complaints.expectStatus(404);
      mkdirSync(folder, { recursive: true });
      await page.setViewportSize({ width, height: 900 });
      for (const name of ["Maria Hedlund", "Ali Rahimi", "Lena Åkerblom"]) await people.invited(name);
      for (const { route, path, door } of await everywhere(program, people)) {
        if (door) await context.clearCookies();
        else await signIn(people.administrator);
        await open(page, path);
        await page.evaluate((theme) => document.documentElement.setAttribute("data-theme", theme), theme);
        const name = route.replace(/[{}]/g, "").replace(/\//g, "-").replace(/^-$/, "-start");
        await page.screenshot({ path: join(folder, `page${name}-${width}-${theme}.png`), fullPage: true });
      }
    });
  }
}
