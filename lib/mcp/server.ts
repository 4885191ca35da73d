import 'server-only';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import {
  CallToolRequestSchema,
  ErrorCode,
  GetPromptRequestSchema,
  ListPromptsRequestSchema,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  McpError,
  ReadResourceRequestSchema,
  ToolSchema,
  type Tool as ListedTool,
} from '@modelcontextprotocol/sdk/types.js';
import { recordRefusalOf } from '@/lib/audit/refusals';
import type { KeyActor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { AppError } from '@/lib/errors';
import { negotiateLocale } from '@/lib/i18n/locale';
import { isId } from '@/lib/input/text';
import { plain, refusedRead, refusedResult, resultOf } from './answers';
import { schemaOf } from './json-schema';
import { getPrompt, listPrompts } from './prompts';
import { CODE_TEMPLATE, resourceAt, RESOURCES } from './resources';
import type { Tool } from './tool';
import { TOOLS } from './tools';

/** Who asks, in which language, and where this server is for them. */
export type Session = { actor: KeyActor; language: string | null; origin: string };

const INSTRUCTIONS =
  'Suncode makes and keeps codes of WeChat Mini Programs. Begin with list_mini_programs. Many codes are made in two steps: plan_batch checks all rows and costs nothing; show its counts, mistakes and quota to the person, and only when they have agreed call start_batch with the confirmationToken. Permanent quota that was taken comes back never. A refusal is a problem document whose code says what was wrong.';

function listedTool({ name, title, description, effect, input, output }: Tool): ListedTool {
  return ToolSchema.parse({
    ...{ name, title, description, inputSchema: schemaOf(input, 'input') },
    ...(output && { outputSchema: schemaOf(output, 'output') }),
    annotations: {
      readOnlyHint: effect === 'read',
      destructiveHint: effect === 'spend' || effect === 'change',
      idempotentHint: effect === 'read',
      openWorldHint: effect === 'spend',
    },
  });
}

/** A refusal by the permission stands in the record, as of people. */
async function asRecorded<T>(actor: KeyActor, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    await recordRefusalOf(actor, error);
    throw error;
  }
}

function answerTools(server: Server, { actor, language, origin }: Session): void {
  const locale = negotiateLocale(language);
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: TOOLS.filter(({ endpoint }) => can(actor, endpoint.permission)).map(listedTool),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params: { name, arguments: args = {} } }) => {
    const tool = TOOLS.find((one) => one.name === name);
    if (!tool) throw new McpError(ErrorCode.InvalidParams, `Unknown tool: ${name}`);
    try {
      return resultOf(await asRecorded(actor, tool.run(actor, args, locale)), origin);
    } catch (error) {
      return refusedResult(error, language);
    }
  });
}

function answerResources(server: Server, { actor, language, origin }: Session): void {
  const mimeType = 'application/json';
  const locale = negotiateLocale(language);
  server.setRequestHandler(ListResourcesRequestSchema, () => ({
    resources: RESOURCES.filter(({ endpoint }) => can(actor, endpoint.permission)).map(
      ({ endpoint: _, ...resource }) => ({ ...resource, mimeType }),
    ),
  }));
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => {
    const { endpoint, ...template } = CODE_TEMPLATE;
    return { resourceTemplates: can(actor, endpoint.permission) ? [{ ...template, mimeType }] : [] };
  });
  const read = async (uri: string) => {
    const found = resourceAt(uri);
    if (!found || !Object.values(found.params).every(isId)) throw new AppError('NOT_FOUND');
    const { endpoint, params } = found;
    const reply = await endpoint.run({ actor, params, query: {}, body: undefined, locale });
    return 'body' in reply ? reply.body : null;
  };
  server.setRequestHandler(ReadResourceRequestSchema, async ({ params: { uri } }) => {
    try {
      const body = plain(await asRecorded(actor, read(uri)), origin);
      return { contents: [{ uri, mimeType, text: JSON.stringify(body) }] };
    } catch (error) {
      throw refusedRead(error, language);
    }
  });
}

function answerPrompts(server: Server, { language }: Session): void {
  server.setRequestHandler(ListPromptsRequestSchema, () => ({ prompts: listPrompts(language) }));
  server.setRequestHandler(GetPromptRequestSchema, ({ params: { name, arguments: values = {} } }) => {
    const prompt = getPrompt(name, values, language);
    if (prompt === null) throw new McpError(ErrorCode.InvalidParams, `Unknown prompt: ${name}`);
    if (Array.isArray(prompt))
      throw new McpError(ErrorCode.InvalidParams, `Arguments are missing: ${prompt.join(', ')}`);
    return prompt;
  });
}

/**
 * Answers one request of an assistant. Not the SDK's `McpServer`: it would refuse input in words of its own, and what is wrong
 * with a field has one code here, whichever door it came through.
 */
export function newServer(session: Session): Server {
  const capabilities = { tools: {}, resources: {}, prompts: {} };
  const info = { name: 'suncode', title: 'Suncode', version: '1' };
  const server = new Server(info, { capabilities, instructions: INSTRUCTIONS });
  answerTools(server, session);
  answerResources(server, session);
  answerPrompts(server, session);
  return server;
}
