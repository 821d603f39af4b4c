import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { InstallationScope, ProjectScope, ServiceContext } from '@/lib/services/context';
import { serviceError } from '@/lib/services/errors';
import { inInstallation, inProject, type HttpVerb } from './operation';
import { createRoute, type Edge } from './wrapper';
