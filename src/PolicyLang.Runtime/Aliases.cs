// .NET Standard 2.0 lacks spans and dates, and this package has no dependencies.
#if NET
global using Day = System.DateOnly;
global using Values = System.ReadOnlySpan<long>;
#else
global using Day = System.DateTime;
global using Values = long[];
#endif
