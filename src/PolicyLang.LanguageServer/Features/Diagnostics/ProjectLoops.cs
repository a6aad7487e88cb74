using PolicyLang.LanguageServer.Documents;

namespace PolicyLang.LanguageServer.Features.Diagnostics;

/// <summary>The analyses of the projects, one loop for each.</summary>
/// <param name="begin">Makes that of a project.</param>
internal sealed class ProjectLoops(Func<WorkspaceState, DiagnosticsLoop> begin) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<WorkspaceState, DiagnosticsLoop> _loops = [];

    /// <summary>Begins to follow a project.</summary>
    public DiagnosticsLoop Add(WorkspaceState project)
    {
        DiagnosticsLoop loop = begin(project);
        lock (_gate)
        {
            _loops.Add(project, loop);
        }

        project.Changed += loop.Schedule;
        return loop;
    }

    /// <summary>Follows a project no longer.</summary>
    public void Remove(WorkspaceState project)
    {
        lock (_gate)
        {
            if (_loops.Remove(project, out DiagnosticsLoop? loop))
            {
                project.Changed -= loop.Schedule;
                loop.Dispose();
            }
        }
    }

    /// <summary>Asks for an analysis of every project.</summary>
    public void ScheduleAll()
    {
        lock (_gate)
        {
            foreach (DiagnosticsLoop loop in _loops.Values)
            {
                loop.Schedule();
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (DiagnosticsLoop loop in _loops.Values)
            {
                loop.Dispose();
            }
        }
    }
}
