import { HttpError } from './http-error.ts';
import type { Principal } from './authentication.ts';

/** What a route's handler is given besides the request. */
export interface RouteContext {
  /** Who asks, when the route has a realm that somebody authenticates for. */
  readonly principal: Principal | undefined;
  /** What follows the route in the path, with its slash; empty when nothing does. Not decoded. */
  readonly rest: string;
}

/**
 * Answers a request. Fails or throws: 500, with the message. A future that is abandoned: 503. When the
 * client goes away, the future it returned is asked to discard, and `request.signal` aborts.
 */
export type RouteHandler = (
  request: Request,
  context: RouteContext,
) => Response | PromiseLike<Response>;

/** How a route differs from others. */
export interface RouteOptions {
  /** What it is for, in Markdown: shown by `/help`. */
  readonly help?: string;
  /** Who may come in; see `HttpServiceOptions.realms`. Default: everybody. */
  readonly realm?: string;
}

/** A path, and who answers for it. */
export interface Route extends RouteOptions {
  /** Begins with a slash and does not end with one, unless it is `/`. */
  readonly path: string;
  readonly handler: RouteHandler;
}

/** A route that was found, and what of the path is left. */
export interface RouteMatch {
  readonly route: Route;
  readonly rest: string;
}

/** Routes by path. The longest one that a path begins with, by whole segments, has it. */
export class RouteTable {
  readonly #routes = new Map<string, Route>();
  #lastTurn: Promise<unknown> = Promise.resolve();

  /** Oldest first. */
  routes(): readonly Route[] {
    return [...this.#routes.values()];
  }

  /** A second one of the same path replaces the first. Throws `ROUTE_INVALID`. */
  add(route: Route): void {
    const { path } = route;
    if (!/^\/([^?#\s]*[^/?#\s])?$/.test(path)) {
      const message = `expected a path that begins with / and does not end with it, got ${JSON.stringify(path)}`;
      throw new HttpError('ROUTE_INVALID', message);
    }
    this.#routes.set(path, route);
  }

  /** A slash at the end makes no difference; `/` has itself only. */
  match(path: string): RouteMatch | undefined {
    const clean = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
    if (clean === '' || clean === '/') return matchOf(this.#routes.get('/'), '');
    for (let end = clean.length; end > 0; end = clean.lastIndexOf('/', end - 1)) {
      const found = matchOf(this.#routes.get(clean.slice(0, end)), clean.slice(end));
      if (found) return found;
    }
    return undefined;
  }

  /** Gives results in the order in which they were asked for, however long each takes. */
  inOrder<T>(result: Promise<T>): Promise<T> {
    const turn = this.#lastTurn.then(() => result);
    this.#lastTurn = turn.catch(() => undefined);
    return turn;
  }
}

function matchOf(route: Route | undefined, rest: string): RouteMatch | undefined {
  return route && { route, rest };
}
