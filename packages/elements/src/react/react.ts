'use client';
import type { HTMLAttributes } from 'react';
import type { Size } from '../answer/body.ts';
import type { Theme } from '../answer/element.ts';
import type { BlueprintElement } from '../blueprint/element.ts';
import { LantuCatalog as Catalog } from '../catalog/catalog.ts';
import { LantuChart as Chart } from '../chart/chart.ts';
import { LantuKpi as Kpi } from '../kpi/kpi.ts';
import { LantuSources as Sources } from '../sources/sources.ts';
import { LantuTable as Table } from '../table/table.ts';
import { type ElementComponent, type Handlers, type Settable, wrapped } from './wrap.ts';

/** What every element that shows a blueprint is given; the same as the element's own properties. */
type BlueprintProps = Settable<BlueprintElement, 'blueprint' | 'src' | 'catalog' | 'size' | 'theme' | 'headingLevel'>;

export interface LantuCatalogProps
  extends HTMLAttributes<Catalog>,
    Settable<Catalog, 'src'>,
    Handlers<'onLantuReady' | 'onLantuFilter' | 'onLantuError' | 'onLantuSelect'> {
  /** Fixes the colours of its error message; left out, they follow the `color-scheme` of the page. */
  readonly theme?: Theme | undefined;
}

export interface LantuChartProps
  extends HTMLAttributes<Chart>,
    BlueprintProps,
    Handlers<'onLantuReady' | 'onLantuFilter' | 'onLantuError' | 'onLantuSelect'> {}

export interface LantuKpiProps
  extends HTMLAttributes<Kpi>,
    BlueprintProps,
    Handlers<'onLantuReady' | 'onLantuFilter' | 'onLantuError'> {}

export interface LantuTableProps
  extends HTMLAttributes<Table>,
    BlueprintProps,
    Handlers<'onLantuReady' | 'onLantuFilter' | 'onLantuError'> {}

export interface LantuSourcesProps extends HTMLAttributes<Sources>, Settable<Sources, 'answer' | 'for'> {
  /** Fixes the colours; left out, they follow the `color-scheme` of the page. */
  readonly theme?: Theme | undefined;
  /** `large` sets text at 18 px or more and targets at 44 px or more. */
  readonly size?: Size | undefined;
}

/** `<lantu-catalog>`. The events of the elements inside it reach its handlers too. */
export const LantuCatalog: ElementComponent<Catalog, LantuCatalogProps> = wrapped('lantu-catalog', Catalog, [
  'onLantuReady',
  'onLantuFilter',
  'onLantuError',
  'onLantuSelect',
]);

/** `<lantu-chart>`. */
export const LantuChart: ElementComponent<Chart, LantuChartProps> = wrapped('lantu-chart', Chart, [
  'onLantuReady',
  'onLantuFilter',
  'onLantuError',
  'onLantuSelect',
]);

/** `<lantu-kpi>`. */
export const LantuKpi: ElementComponent<Kpi, LantuKpiProps> = wrapped('lantu-kpi', Kpi, [
  'onLantuReady',
  'onLantuFilter',
  'onLantuError',
]);

/** `<lantu-table>`. */
export const LantuTable: ElementComponent<Table, LantuTableProps> = wrapped('lantu-table', Table, [
  'onLantuReady',
  'onLantuFilter',
  'onLantuError',
]);

/** `<lantu-sources>`. */
export const LantuSources: ElementComponent<Sources, LantuSourcesProps> = wrapped('lantu-sources', Sources);
