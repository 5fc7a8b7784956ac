import type { Runtime } from '../runtime.ts';
import { jsonResponse, sized, textResponse } from './responses.ts';
import { routesOf } from './route.ts';
import type { Route, RouteOptions } from './route-table.ts';

/** What the help of a route tells, part by part. */
export interface HelpParts {
  /** In one line. */
  readonly tldr: string;
  /** At length. */
  readonly description?: string;
  /** Who may ask. */
  readonly authentication?: string;
  readonly authorization?: string;
  /** Where more is to be read. */
  readonly references?: string;
}

const HEADINGS = {
  tldr: 'TL;DR;',
  description: 'DESCRIPTION',
  authentication: 'AUTHENTICATION',
  authorization: 'AUTHORIZATION',
  references: 'REFERENCES',
} as const satisfies Readonly<Record<keyof HelpParts, string>>;

/** The help of a route in Markdown, as libprocess lays it out. */
export function helpText(parts: HelpParts): string {
  return Object.entries(HEADINGS)
    .map(([part, heading]) => ({ heading, text: parts[part as keyof HelpParts] }))
    .filter(({ text }) => text !== undefined)
    .map(({ heading, text }) => `### ${heading}\n${text}\n`)
    .join('\n');
}

/**
 * `/help` lists the processes that have routes, `/help/id` the routes of one, `/help/id/path` is the
 * help of one route. With `?format=json` the first has them all. 400 for what there is not.
 *
 * Markdown for curl and HTTPie, a page for others.
 */
export function helpEndpoints(runtime: Runtime, options: RouteOptions = {}): readonly Route[] {
  const handler: Route['handler'] = ({ url, headers }, { rest }) => {
    const isJson = new URL(url).searchParams.get('format') === 'json';
    if (rest === '' && isJson) return jsonResponse({ processes: allHelp(runtime) });
    const markdown = markdownOf(runtime, rest);
    if (markdown === undefined) return textResponse(400, `no help for '${rest}'.`);
    const isPlain = /^(curl|HTTPie)/i.test(headers.get('user-agent') ?? '');
    if (isPlain) return sized(markdown, 200, 'text/x-markdown');
    return sized(pageOf(markdown), 200, 'text/html; charset=utf-8');
  };
  return [{ ...options, path: '/help', handler }];
}

interface ProcessHelp {
  readonly id: string;
  readonly endpoints: readonly { readonly name: string; readonly text: string }[];
}

function allHelp(runtime: Runtime): readonly ProcessHelp[] {
  return [...routesOf(runtime)]
    .map(([id, table]) => ({
      id,
      endpoints: table.routes().map(({ path, help }) => ({ name: path, text: help ?? '' })),
    }))
    .sort((left, right) => (left.id < right.id ? -1 : 1));
}

function markdownOf(runtime: Runtime, rest: string): string | undefined {
  const processes = allHelp(runtime);
  if (rest === '')
    return listOf(
      'HELP',
      processes.map(({ id }) => id),
      '/help',
    );
  const [, id = '', path = ''] = /^\/([^/]+)(\/.*)?$/.exec(decoded(rest)) ?? [];
  const endpoints = processes.find((process) => process.id === id)?.endpoints;
  if (path === '') return endpoints && listOf(`/${id}`, endpoints.map(nameOf), `/help/${id}`);
  const found = endpoints?.find(({ name }) => name === path);
  return found && `### USAGE ###\n>        /${id}${path}\n\n${found.text}\n`;
}

function nameOf({ name }: { readonly name: string }): string {
  return name.slice(1);
}

function listOf(title: string, names: readonly string[], below: string): string {
  const lines = names.map((name) => `> [/${name}](${below}/${name})\n`);
  return `## ${title}\n${lines.join('')}`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function pageOf(markdown: string): string {
  const escaped = markdown.replace(/[&<>]/g, (character) => ESCAPES[character] ?? '');
  return `<!doctype html><meta charset="utf-8"><title>Help</title><pre>${escaped}</pre>`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}
