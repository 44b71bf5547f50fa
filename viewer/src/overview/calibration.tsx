import type { JSX } from 'preact';
import type { CalibrationUse } from '../../../src/metrics/measurement.ts';
import { calibrationSentences, predictionPoweredText, rawText, roganGladenText } from '../../../src/report/corrected.ts';
import { Name } from '../name.tsx';
import { ScrollBox } from '../scroll-box.tsx';

/** Raw rates beside corrected ones, and in what the calibration set differs from the run. */
export const CorrectedRates = ({ use }: { readonly use: CalibrationUse }): JSX.Element => (
  <>
    <ScrollBox className="scroll" label="Corrected rates">
      <table>
        <thead>
          <tr>
            <th scope="col">system</th>
            <th scope="col">rate</th>
            <th scope="col">raw</th>
            <th scope="col">corrected (Rogan-Gladen)</th>
            <th scope="col">prediction-powered</th>
          </tr>
        </thead>
        <tbody>
          {use.rates.map((rate) => (
            <tr key={`${rate.system} ${rate.metric}`}>
              <th scope="row">
                <Name text={rate.system} />
              </th>
              <td>{rate.metric}</td>
              <td>{rawText(rate)}</td>
              <td>{roganGladenText(rate.roganGladen)}</td>
              <td>{predictionPoweredText(rate.predictionPowered)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
    <ul>
      {calibrationSentences(use).map((text) => (
        <li key={text}>{text}</li>
      ))}
      {use.transport.map(({ by, differs, message }) => (
        <li key={by}>{differs ? <strong>Differs: {message}</strong> : `Alike: ${message}`}</li>
      ))}
    </ul>
  </>
);
