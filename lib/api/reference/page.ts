import 'server-only';
import { createTranslator } from 'next-intl';
import { openApi } from '@/lib/api/openapi';
import type { Json } from '@/lib/api/openapi-schemas';
import { ENDPOINTS } from '@/lib/api/endpoints';
import type { Endpoint, Tag } from '@/lib/api/endpoint';
import type { Locale } from '@/lib/i18n/locale';
import { loadMessages } from '@/lib/i18n/messages';
import { aboutOf, fieldsOf, json, list, nameOf, shapesOf, typeText, type Field, type Say } from './fields';
import { html, type Html } from './html';
import { STYLE } from './style';

const BASE = '/api/v1';

type Texts = {
  say: Say;
  summary: (endpoint: Endpoint) => string;
  tag: (tag: Tag) => string;
  schemas: Json;
};

const pretty = (value: unknown) =>
  html`<pre tabindex="0"><code>${JSON.stringify(value, null, 2)}</code></pre>`;

const fieldRows = (fields: Field[], { say }: Texts) =>
  html`<dl class="fields">
    ${fields.map(
      ({ name, type, isRequired, about }) =>
        html`<div>
          <dt><code>${name}</code></dt>
          <dd>
            <span class="type">${type}</span
            >${isRequired && html` · <b>${say('required')}</b>`}${about && html`<br />${about}`}
          </dd>
        </div>`,
    )}
  </dl>`;

const shapeFields = (schema: Json, texts: Texts) =>
  shapesOf(schema).map(
    ({ title, schema: shape }) =>
      html`${title && html`<p><code>${title}</code></p>`}${fieldRows(fieldsOf(shape, texts.say), texts)}`,
  );

const PLACES = ['path', 'query', 'header'] as const;

function parameterRows(operation: Json, texts: Texts): Html {
  const { say } = texts;
  const fields = list(operation.parameters).map((one): Field => {
    const schema = json(one.schema);
    const where = say(PLACES.find((place) => place === one.in) ?? 'query');
    const about = aboutOf({ description: one.description, ...schema }, say);
    return {
      name: String(one.name),
      type: typeText(schema, say),
      isRequired: one.required === true,
      about: [where, about].filter((text) => text !== '').join(' · '),
    };
  });
  return html`${fields.length > 0 && fieldRows(fields, texts)}`;
}

function bodyOptions(sent: unknown, isForm: boolean): string[] {
  if (sent === undefined) return [];
  if (!isForm) return ['-H "Content-Type: application/json"', `-d '${JSON.stringify(sent)}'`];
  const parts: [string, unknown][] = Object.entries(Object(sent));
  return parts.map(([name, value]) => `-F ${name}=${name === 'file' ? '@tables.csv' : String(value)}`);
}

/** As it is typed into a shell. */
function curlOf({ method, path, example = {}, isForm = false }: Endpoint): string {
  const query = Object.entries(example.query ?? {}).map(([name, value]) => `${name}=${value}`);
  const address = `$SUNCODE${BASE}${path.replace(/[{}]/g, (brace) => (brace === '{' ? '$' : ''))}`;
  const asked = `curl "${address}${query.length > 0 ? `?${query.join('&')}` : ''}"${method === 'GET' ? '' : ` -X ${method}`}`;
  const key = '-H "Authorization: Bearer $SUNCODE_KEY"';
  return [asked, key, ...bodyOptions(example.body, isForm)].join(' \\\n  ');
}

function bodyPart(operation: Json, texts: Texts): Html {
  const content = json(json(operation.requestBody).content);
  return html`${Object.entries(content).map(([type, value]) => {
    const schema = json(json(value).schema);
    const name = nameOf(schema);
    const shown = name ? json(texts.schemas[name]) : schema;
    return html`<h4>${texts.say('body')} <code>${type}</code></h4>
      ${shapeFields(shown, texts)}`;
  })}`;
}

function answerPart(endpoint: Endpoint, operation: Json, texts: Texts): Html {
  const { say } = texts;
  const { content } = json(json(operation.responses)[endpoint.status]);
  const types = Object.entries(json(content));
  const shown = types.map(([type, value]) => {
    const { schema, example } = json(value);
    if (type !== 'application/json') return html`<p><code>${type}</code></p>`;
    const name = nameOf(json(schema));
    return html`<p class="type">
        ${name ? typeText(json(schema), say) : fieldRows(fieldsOf(json(schema), say), texts)}
      </p>
      <details>
        <summary>${say('example')}</summary>
        ${pretty(example)}
      </details>`;
  });
  return html`<h4>${say('answer')} <code>${endpoint.status}</code></h4>
    ${types.length > 0 ? shown : html`<p class="quiet">${say('empty')}</p>`}`;
}

function refusalPart(operation: Json, { say }: Texts): Html {
  const refused = Object.entries(json(operation.responses)).filter(([status]) => status >= '400');
  const line = ([status, value]: [string, unknown]) =>
    html`<p><code>${status}</code> ${String(json(value).description)}</p>`;
  return html`<details>
    <summary>${say('refused')}</summary>
    ${refused.map(line)}
  </details>`;
}

function operationPart(endpoint: Endpoint, operation: Json, texts: Texts): Html {
  const { id, method, path, permission } = endpoint;
  const { say, summary } = texts;
  return html`<section id="${id}">
    <h3><span class="method">${method}</span> <code>${path}</code></h3>
    <p>${summary(endpoint)}</p>
    <p class="quiet">${say('permission', { permission })}</p>
    <h4>${say('asked')}</h4>
    ${parameterRows(operation, texts)}${bodyPart(operation, texts)}
    <pre tabindex="0"><code>${curlOf(endpoint)}</code></pre>
    ${answerPart(endpoint, operation, texts)}${refusalPart(operation, texts)}
  </section>`;
}

function contentsOf(tags: Tag[], { say, tag, summary }: Texts): Html {
  const link = (endpoint: Endpoint) =>
    html`<li>
      <a href="#${endpoint.id}" title="${summary(endpoint)}">${endpoint.method} ${endpoint.path}</a>
    </li>`;
  const part = (one: Tag) =>
    html`<h2>${tag(one)}</h2>
      <ul>
        ${ENDPOINTS.filter((endpoint) => endpoint.tag === one).map(link)}
      </ul>`;
  return html`<nav aria-label="${say('contents')}">
    <details open>
      <summary>${say('contents')}</summary>
      ${tags.map(part)}
    </details>
  </nav>`;
}

/** The reference of the API as one page without scripts, written from the OpenAPI document. */
export function referencePage(locale: Locale): string {
  const t = createTranslator({ locale, messages: loadMessages(locale), namespace: 'apiReference' });
  const document = openApi(locale);
  const texts: Texts = {
    say: t,
    summary: ({ id }) => t(`operations.${id}`),
    tag: (tag) => t(`tags.${tag}`),
    schemas: json(json(document.components).schemas),
  };
  const { say } = texts;
  const tags = [...new Set(ENDPOINTS.map(({ tag }) => tag))];
  const operationOf = ({ path, method }: Endpoint) =>
    json(json(json(document.paths)[path])[method.toLowerCase()]);
  const part = (tag: Tag) =>
    html`<h2>${texts.tag(tag)}</h2>
      ${ENDPOINTS.filter((one) => one.tag === tag).map((one) => operationPart(one, operationOf(one), texts))}`;
  const type = ([name, schema]: [string, unknown]) =>
    html`<section id="type-${name}">
      <h3><code>${name}</code></h3>
      ${shapeFields(json(schema), texts)}
    </section>`;
  const other = locale === 'en' ? 'zh-CN' : 'en';
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>Suncode · ${say('title')}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <div class="page">
          ${contentsOf(tags, texts)}
          <main>
            <h1>${say('title')}</h1>
            <p>${say('lead', { header: 'Authorization: Bearer sck_…' })}</p>
            <p>${say('guide', { base: BASE })}</p>
            <p>
              <a href="openapi.json">${say('document')}</a> ·
              <a href="?lang=${other}" lang="${other}">${say('otherLanguage')}</a>
            </p>
            ${tags.map(part)}
            <h2 id="types">${say('schemas')}</h2>
            ${Object.entries(texts.schemas).map(type)}
          </main>
        </div>
      </body>
    </html>`.text;
}
