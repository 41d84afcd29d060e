// What was written to people: read in the outbox, as an administrator without a mail server reads it.
import type { APIRequestContext } from "@playwright/test";

export class Letters {
  /** Outbox pages read so far, by their path: letters do not change. */
  private readonly read = new Map<string, string>();
  /** Letters whose code or link has been handed out. */
  private readonly used = new Set<string>();

  constructor(private readonly desk: APIRequestContext) {}

  /** The six digits of the newest letter to this address that has not been used. */
  async codeFor(email: string): Promise<string> {
    const found = await this.newest(email, /\b(\d{3}) ?(\d{3})\b/);
    return found[1] + found[2];
  }

  /** The path of the newest link of this kind that was sent to this address. */
  async linkTo(email: string, kind: "invitations" | "password/new"): Promise<string> {
    const found = await this.newest(email, new RegExp(`/${kind}/[\\w-]+`));
    return found[0];
  }

  private async newest(email: string, wanted: RegExp): Promise<RegExpExecArray> {
    for (const until = Date.now() + 10_000; Date.now() < until; await pause()) {
      const list = await this.text("/administration/outbox");
      for (const path of new Set(list.match(/\/administration\/outbox\/[\w-]{36}/g) ?? [])) {
        if (!this.read.has(path)) this.read.set(path, await this.text(path));
        const letter = this.read.get(path)!;
        const found = letter.includes(email) ? wanted.exec(words(letter)) : null;
        if (found && !this.used.has(path)) {
          this.used.add(path);
          return found;
        }
      }
    }
    throw new Error(`no letter to ${email} with ${wanted}`);
  }

  private async text(path: string): Promise<string> {
    const answer = await this.desk.get(path);
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()}`);
    return answer.text();
  }
}

/** What a reader sees of a page's main part: no scripts, no tags. */
function words(html: string): string {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html;
  return main.replace(/<script[\s\S]*?<\/script>/g, "").replace(/<[^>]*>/g, "");
}

function pause(): Promise<void> {
  return new Promise((done) => setTimeout(done, 50));
}
