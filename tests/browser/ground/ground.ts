// The ground of every browser test: a program for each worker, an administrator, people, and no complaint unheard.
import { expect, test as base } from "@playwright/test";

import { Complaints } from "./complaints";
import { type Account, People } from "./people";
import { type Database, Program } from "./program";

export interface Options {
  database: Database;
}

interface OfWorker extends Options {
  program: Program;
  people: People;
}

interface OfTest {
  postgresOrSkip: void;
  complaints: Complaints;
  /** A program of this test's own, with an empty database. */
  emptyProgram: Program;
  /** Makes the browser one in which this account is signed in. */
  signIn: (account: Account) => Promise<void>;
}

export const test = base.extend<OfTest, OfWorker>({
  database: ["sqlite", { option: true, scope: "worker" }],

  program: [
    async ({ database }, use) => {
      const program = await Program.start(database);
      await use(program);
      await program.takeAway();
    },
    { scope: "worker", timeout: 60_000 },
  ],

  people: [
    async ({ program }, use) => {
      const people = await People.ofDemo(program);
      await use(people);
      await people.leave();
    },
    { scope: "worker", timeout: 60_000 },
  ],

  postgresOrSkip: [
    async ({ database }, use, info) => {
      const missing = database === "postgres" && !process.env.RADSLAG_TEST_POSTGRES;
      if (missing && (process.env.CI || process.env.RADSLAG_STRICT)) throw new Error("RADSLAG_TEST_POSTGRES is not set");
      info.skip(missing, "RADSLAG_TEST_POSTGRES is not set");
      await use();
    },
    { auto: true },
  ],

  emptyProgram: async ({ database }, use) => {
    const program = await Program.start(database);
    await use(program);
    await program.takeAway();
  },

  baseURL: async ({ program }, use) => use(program.address),

  complaints: async ({}, use) => {
    const complaints = new Complaints();
    await use(complaints);
    expect(complaints.unexpected(), "the browser complains").toEqual([]);
  },

  context: async ({ context, complaints }, use) => {
    complaints.listen(context);
    await use(context);
  },

  signIn: async ({ context, people }, use) => {
    await use(async (account) => {
      await context.clearCookies();
      await context.addCookies(await people.cookiesOf(account));
    });
  },
});

export { expect };
