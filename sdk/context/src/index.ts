export { readAgent, type Agent } from './agent';
export { contextFromRequest, type ContextOptions, type Subject } from './context-from-request';
export type { ProxyHeaders } from './proxy-headers';
export type { Attributes, ContextValue, FlagContext, HeadersLike, RequestLike } from './values';
export { visitorOf, type Visitor, type VisitorOptions } from './visitor';
