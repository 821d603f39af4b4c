import type { ApiReading, DocGroup, DocOperation, DocSchema } from '@/lib/schemas/openapi/reading';
import { fieldsOf } from './body-schema';
import { curlLine } from './curl-line';
import { isObject, type Json, type JsonObject, objectsOf } from './json-schema';
import { fieldsIn, typeOf } from './read-type';

const at = (value: Json | undefined, ...names: string[]): Json | undefined =>
  names.reduce<Json | undefined>((part, name) => (isObject(part) ? part[name] : undefined), value);
const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const objectAt = (value: Json | undefined, ...names: string[]): JsonObject => {
  const found = at(value, ...names);
  return isObject(found) ? found : {};
};

const JSON_TYPE = 'application/json';

function parametersOf(document: JsonObject, operation: JsonObject): DocOperation['parameters'] {
  return objectsOf(operation.parameters).map((given) => {
    const name = text(given.$ref).replace('#/components/parameters/', '');
    const whole = name === '' ? given : objectAt(document, 'components', 'parameters', name);
    const schema = objectAt(whole, 'schema');
    const description = text(whole.description) || text(schema.description);
    return {
      name: text(whole.name),
      place: text(whole.in),
      type: typeOf(schema),
      required: whole.required === true,
      ...(description === '' ? {} : { description }),
    };
  });
}

function successOf(operation: JsonObject): DocOperation['success'] {
  const responses = objectAt(operation, 'responses');
  const codes = Object.keys(responses).filter((code) => code.startsWith('2'));
  // 202 beside another says that it may have to wait.
  const status = codes.find((code) => code !== '202') ?? codes[0] ?? '200';
  const schema = at(responses[status], 'content', JSON_TYPE, 'schema');
  return { status, type: isObject(schema) ? typeOf(schema) : [] };
}

function operationOf(document: JsonObject, path: string, method: string, operation: JsonObject): DocOperation {
  const content = objectAt(operation, 'requestBody', 'content', JSON_TYPE);
  const schema = objectAt(content, 'schema');
  const verb = method.toUpperCase();
  const fields = isObject(schema.properties)
    ? fieldsIn(schema)
    : [...fieldsOf(schema)].map(([name, field]) => ({ name, type: typeOf(field.schema), required: field.required }));
  return {
    id: text(operation.operationId),
    method: verb,
    path,
    summary: text(operation.summary),
    ...(typeof operation.description === 'string' ? { description: operation.description } : {}),
    ...(typeof operation['x-permission'] === 'string' ? { permission: operation['x-permission'] } : {}),
    parameters: parametersOf(document, operation),
    body: fields,
    curl: curlLine(verb, path, operation, content.example),
    success: successOf(operation),
    errors: Object.keys(objectAt(operation, 'responses')).filter((code) => /^[45]/.test(code)),
  };
}

const slugOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

function groupsOf(document: JsonObject): DocGroup[] {
  const operations = Object.entries(objectAt(document, 'paths')).flatMap(([path, methods]) =>
    Object.entries(isObject(methods) ? methods : {}).flatMap(([method, operation]) =>
      isObject(operation)
        ? [{ tag: objectsTag(operation), operation: operationOf(document, path, method, operation) }]
        : [],
    ),
  );
  return objectsOf(document.tags).map((tag) => ({
    name: text(tag.name),
    slug: slugOf(text(tag.name)),
    description: text(tag.description),
    operations: operations.filter((each) => each.tag === tag.name).map((each) => each.operation),
  }));
}

const objectsTag = ({ tags }: JsonObject): string => (Array.isArray(tags) ? text(tags[0]) : '');

function schemasOf(document: JsonObject): DocSchema[] {
  return Object.entries(objectAt(document, 'components', 'schemas')).flatMap(([name, schema]) => {
    if (!isObject(schema)) return [];
    const description = text(schema.description);
    return [{ name, type: typeOf(schema), fields: fieldsIn(schema), ...(description === '' ? {} : { description }) }];
  });
}

/** What the page of the documentation shows of an OpenAPI document. */
export function readDocument(document: JsonObject): ApiReading {
  const info = objectAt(document, 'info');
  return {
    title: text(info.title),
    version: text(info.version),
    introduction: text(info.description),
    groups: groupsOf(document),
    schemas: schemasOf(document),
  };
}
