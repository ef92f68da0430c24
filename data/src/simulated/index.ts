import type { Table } from '@lantu/bake';
import { BATCHES } from '../dimensions.ts';
import { simulateFunding } from '../simulation/funding.ts';
import { simulateHandover } from '../simulation/handover.ts';
import { simulateIncome } from '../simulation/income.ts';
import { simulateProjects } from '../simulation/projects.ts';
import { simulateServices } from '../simulation/services.ts';
import { type TargetFigure, targetsFrom } from '../simulation/targets.ts';
import type { Village } from '../simulation/village.ts';
import { readChecklist } from './checklist.ts';
import { collectiveIncomeTable, incomeByKindTable } from './collective-income.ts';
import { SEED } from './describe.ts';
import { fundingTable } from './funding.ts';
import { handoverTable } from './handover.ts';
import { projectsTable } from './projects.ts';
import { type Suppressions, serviceTables } from './services.ts';

/** The handover that is simulated. */
const HANDOVER = 'batch-14-to-15';

/** The simulated datasets for `villages`, calibrated to `figures`, and what disclosure control hid in them. */
export function simulatedTables(
  villages: readonly Village[],
  figures: readonly TargetFigure[],
): { readonly tables: readonly Table[]; readonly suppressions: Suppressions } {
  const targets = targetsFrom(figures);
  const incomes = simulateIncome(SEED, villages, targets);
  const projects = simulateProjects(SEED, villages, targets);
  const checklist = readChecklist();
  const services = serviceTables(simulateServices(SEED, villages, targets));
  const batches = BATCHES.map(({ value, title }) => ({ value, label: title['zh-CN'], 'lantu:title': title }));
  return {
    tables: [
      collectiveIncomeTable(incomes),
      incomeByKindTable(incomes),
      projectsTable(projects),
      fundingTable(simulateFunding(SEED, villages, projects, targets)),
      handoverTable(simulateHandover(SEED, villages, checklist, HANDOVER, targets), checklist, batches),
      ...services.tables,
    ],
    suppressions: services.suppressions,
  };
}
