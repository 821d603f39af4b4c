import type { HeadersLike, RequestLike } from './values';

/** The headers of a request, or those given themselves. */
export function headersOf(request: RequestLike | HeadersLike): HeadersLike {
  return 'headers' in request ? request.headers : request;
}
