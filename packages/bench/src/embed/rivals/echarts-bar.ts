import { BarChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { draw } from './echarts.ts';

use([BarChart, GridComponent, TooltipComponent, SVGRenderer]);
draw(init);
