import { createConnection, type Socket } from "node:net";

/** The key of an element in WebDriver's messages (W3C WebDriver, 12.2). */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Firefox's own remote control, which geckodriver speaks too: WebDriver's commands as JSON over a socket, each
 * message after its length. It needs no library, and reaches the console of the whole browser.
 */
export class Marionette {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  #next = 1;
  #unread: Buffer = Buffer.alloc(0);

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on("data", (bytes) => this.#take(Buffer.from(bytes)));
    socket.on("close", () => this.#end(new Error("Firefox has closed the connection")));
    socket.on("error", (error) => this.#end(error));
  }

  /** Connects to a Firefox that listens on a port of this machine, and opens a session. */
  static async connect(port: number): Promise<Marionette> {
    const socket = createConnection({ port, host: "127.0.0.1" });
    await new Promise((resolve, reject) => {
      socket.once("connect", resolve);
      socket.once("error", reject);
    });
    const made = new Marionette(socket);
    await made.send("WebDriver:NewSession", {});
    return made;
  }

  /** Sends a command and waits for its answer. */
  send(command: string, parameters: object): Promise<unknown> {
    const id = this.#next;
    this.#next += 1;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      const text = JSON.stringify([0, id, command, parameters]);
      this.#socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  }

  /** Runs the body of a function in the page, and gives what it returns or what its promise comes to. */
  async run(body: string, ...args: readonly unknown[]): Promise<unknown> {
    return valueIn(await this.send("WebDriver:ExecuteScript", { script: body, args }));
  }

  /** Runs the body of a function with the rights of the browser itself. */
  async runInBrowser(body: string): Promise<unknown> {
    await this.send("Marionette:SetContext", { value: "chrome" });
    try {
      return await this.run(body);
    } finally {
      await this.send("Marionette:SetContext", { value: "content" });
    }
  }

  /** The first element that an XPath finds, to be used by its id. */
  async find(xpath: string): Promise<string> {
    const found = valueIn(
      await this.send("WebDriver:FindElement", { using: "xpath", value: xpath }),
    );
    return String(Object(found)[ELEMENT]);
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(bytes: Buffer): void {
    this.#unread = Buffer.concat([this.#unread, bytes]);
    for (;;) {
      const colon = this.#unread.indexOf(":");
      if (colon < 0) return;
      const end = colon + 1 + Number(this.#unread.subarray(0, colon).toString());
      if (this.#unread.length < end) return;
      const message: unknown = JSON.parse(this.#unread.subarray(colon + 1, end).toString());
      this.#unread = this.#unread.subarray(end);
      if (Array.isArray(message)) this.#answer(message);
    }
  }

  /** An answer is `[1, id, error or null, result]`; the greeting is an object. */
  #answer([, id, error, result]: readonly unknown[]): void {
    const waiting = this.#waiting.get(Number(id));
    this.#waiting.delete(Number(id));
    if (error === null) waiting?.resolve(result);
    else waiting?.reject(new Error(`Firefox: ${JSON.stringify(error)}`));
  }

  #end(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

function valueIn(result: unknown): unknown {
  return Object(result).value;
}
