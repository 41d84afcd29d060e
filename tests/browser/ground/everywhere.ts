// Every page of the program's own list, each with an address at which there is something to see.
import { randomUUID } from "node:crypto";

import { type People, newAddress } from "./people";
import type { Program } from "./program";

export interface Place {
  route: string;
  path: string;
  /** Shown to those who are not signed in. */
  door: boolean;
}

/** Fails when the program has a page that nobody knows how to reach here. */
export async function everywhere(program: Program, people: People): Promise<Place[]> {
  const filled: Record<string, () => Promise<string>> = {
    "/invitations/{token}": () => people.invite(newAddress("bild"), "secretariat"),
    "/password/new/{token}": () => people.passwordLink(),
    "/people/{id}": () => people.firstLink("/people", /\/people\/[\w-]{36}/),
    "/processes/{id}": () => people.firstLink("/processes", /\/processes\/[\w-]{36}/),
    "/administration/outbox/{id}": async () => {
      await people.invite(newAddress("brev"));
      return people.firstLink("/administration/outbox", /\/administration\/outbox\/[\w-]{36}/);
    },
    // A server is set up once; its page is tried on one that has not been.
    "/set-up/{token}": async () => `/set-up/${randomUUID()}`,
  };
  const places: Place[] = [];
  for (const route of program.routes().pages) {
    const fill = filled[route];
    if (!fill && route.includes("{")) throw new Error(`how does one come to ${route}?`);
    const path = fill ? await fill() : route;
    places.push({ route, path, door: /^\/(sign-in|password|invitations|set-up)/.test(route) });
  }
  return places;
}
