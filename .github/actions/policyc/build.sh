#!/usr/bin/env bash
# Builds policyc from the checkout that this action is part of, and tells its path as output 'policyc'.
set -euo pipefail
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
out=${RUNNER_TEMP:?}/policyc
dotnet publish src/PolicyLang.Cli -c Release -v quiet -p:RunAnalyzers=false -o "$out"
echo "policyc=$out/policyc.dll" >>"${GITHUB_OUTPUT:?}"
