import { buildDocument } from '@/lib/http/openapi/build-document';
import { documentRoute } from '@/lib/http/document-route';
import { version } from '@/package.json';
import { ROUTES } from '../route-list';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = documentRoute(() => buildDocument(ROUTES, version));
