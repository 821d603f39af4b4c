import { NextResponse } from 'next/server';
import { requireFlag } from './flags';

export const proxy = requireFlag('reports', () => NextResponse.next());

export const config = { matcher: '/beta' };
