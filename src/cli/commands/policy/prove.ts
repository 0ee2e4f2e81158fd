import { UserError } from '../../../core/errors';
import { loadAssembly, proofDocument, proofExitCode, prove, selectProofs, type ProofContext } from '../../../policy';
import { readAssembly } from '../../../terraform/assembly';
import type { CommandResult, Context } from '../../context';
import type { PolicyProveOptions } from '../../options';
import { renderProofs } from '../../render/proofs';
import { assemblyDirectory, synthesize } from '../../session/synthesize';
import { judgedInput } from './judged-input';

/**
 * Proves what holds for all stacks together, or shows counter-examples.
 *
 * @throws UserError when there is no such proof, pack or plan, or nothing in the input to prove
 */
export async function policyProve(context: Context, options: PolicyProveOptions): Promise<CommandResult> {
  const { proof, pack, against } = options;
  selectProofs(pack, proof);
  const { name, graph, packs } = await judgedInput(context, options, false);
  const proofs = selectProofs(pack.length > 0 ? pack : packs, proof);
  const results = prove(graph, proofs, await comparedWith(context, options, name, against));
  if (results.every(({ outcome }) => outcome === 'not applicable')) {
    throw new UserError(
      `${proofs.map((each) => each.name).join(', ')}: nothing in ${name} to prove it of` +
        (proof === 'shape' && against === undefined ? `; name another environment with '--against'` : ''),
    );
  }
  return {
    exitCode: proofExitCode(results),
    text: renderProofs(name, results, context.style),
    document: { name, ...proofDocument(results) },
  };
}

async function comparedWith(
  context: Context,
  { plan, synth }: PolicyProveOptions,
  name: string,
  against: string | undefined,
): Promise<ProofContext> {
  if (against === undefined) return {};
  if (plan.length > 0) {
    throw new UserError("'--against' compares synthesized environments and cannot go with '--plan'; leave one out");
  }
  if (synth) await synthesize(context, against, false);
  const graph = loadAssembly(readAssembly(assemblyDirectory(context.project, against)));
  return { compared: { name, with: against, graph } };
}
