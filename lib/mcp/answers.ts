import 'server-only';
import { ErrorCode, McpError, type CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { isFile, type AnyReply } from '@/lib/api/endpoint';
import { toProblem } from '@/lib/api/problem';

/** Said by the protocol for a resource that is not there. */
const RESOURCE_NOT_FOUND = -32002;

const objectSchema = z.record(z.string(), z.unknown());

/** As JSON has it; addresses of this server are whole, since an assistant knows of no page that they could belong to. */
export function plain(body: unknown, origin: string): Record<string, unknown> {
  const text = JSON.stringify(body, (key, value: unknown) =>
    key === 'url' && typeof value === 'string' ? new URL(value, origin).href : value,
  );
  return objectSchema.parse(JSON.parse(text));
}

/** What a tool answers with: JSON twice (for programs, and for models that only read text), or a picture. */
export function resultOf(reply: AnyReply, origin: string): CallToolResult {
  if (isFile(reply)) {
    const data = Buffer.from(reply.bytes).toString('base64');
    return { content: [{ type: 'image', data, mimeType: reply.type }] };
  }
  if (reply instanceof Response) throw new Error('a stream is no answer of a tool');
  const structuredContent = plain(reply.body, origin);
  return { content: [{ type: 'text', text: JSON.stringify(structuredContent) }], structuredContent };
}

/** A refusal is an answer that the model reads: the problem that the REST API would have answered with. */
export function refusedResult(error: unknown, language: string | null): CallToolResult {
  return { isError: true, content: [{ type: 'text', text: JSON.stringify(toProblem(error, language)) }] };
}

/** Where the protocol has no answer for a refusal: an error with the same problem as its data. */
export function refusedRead(error: unknown, language: string | null): McpError {
  const problem = toProblem(error, language);
  const code = problem.code === 'NOT_FOUND' ? RESOURCE_NOT_FOUND : ErrorCode.InvalidParams;
  return new McpError(problem.code === 'FAULT' ? ErrorCode.InternalError : code, problem.detail, problem);
}
